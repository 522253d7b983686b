/** The inner parts of kuromoji 0.1.2 that its public entry hides; it publishes no types. */

declare module 'kuromoji/src/dict/DynamicDictionaries.js' {
  namespace DynamicDictionaries {
    /** From a surface's id in the trie to the places of its entries. */
    type TargetMap = Record<number, ArrayLike<number>>;

    interface TokenInfoDictionary {
      target_map: TargetMap;
      loadDictionary(entries: Uint8Array): this;
      loadPosVector(features: Uint8Array): this;
    }
  }

  class DynamicDictionaries {
    readonly token_info_dictionary: DynamicDictionaries.TokenInfoDictionary;
    loadTrie(base: Int32Array, check: Int32Array): this;
    loadConnectionCosts(costs: Int16Array): this;
    loadUnknownDictionaries(
      entries: Uint8Array,
      features: Uint8Array,
      map: Uint8Array,
      categories: Uint8Array,
      compatibleCategories: Uint32Array,
      invocations: Uint8Array,
    ): this;
  }

  export = DynamicDictionaries;
}

declare module 'kuromoji/src/Tokenizer.js' {
  import type DynamicDictionaries from 'kuromoji/src/dict/DynamicDictionaries.js';

  namespace Tokenizer {
    interface IpadicToken {
      word_type: 'KNOWN' | 'UNKNOWN';
      /** 1-based, in code points, so no index into the text. */
      word_position: number;
      surface_form: string;
      pos: string;
      pos_detail_1: string;
      pos_detail_2: string;
      pos_detail_3: string;
      conjugated_type: string;
      conjugated_form: string;
      basic_form: string;
      reading?: string;
      pronunciation?: string;
    }
  }

  class Tokenizer {
    constructor(dictionaries: DynamicDictionaries);
    tokenize(text: string): Tokenizer.IpadicToken[];
  }

  export = Tokenizer;
}
