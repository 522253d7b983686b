/** What the tests use of kuromoji 0.1.2, which publishes no types. */
declare module 'kuromoji' {
  namespace kuromoji {
    type IpadicToken = {
      word_id: number;
      word_type: 'KNOWN' | 'UNKNOWN';
      surface_form: string;
      pos: string;
      pos_detail_1: string;
      pos_detail_2: string;
      pos_detail_3: string;
      basic_form: string;
      reading?: string;
    };
    type Tokenizer = { tokenize(text: string): IpadicToken[] };
    type Done = (error: Error | null, tokenizer: Tokenizer) => void;
    function builder(options: { dicPath: string }): { build(done: Done): void };
  }

  export = kuromoji;
}
