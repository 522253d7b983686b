import type { Dictionary } from './dictionary.ts';
import type { DictionaryEntries } from './entries.ts';
import { descend, ROOT_NODE, wordAt } from './trie.ts';

/** A word on the cheapest path: its place in the sentence and its entry, of the known or of the unknown words. */
export type WordSegment = { start: number; end: number; known: boolean; id: number };

/**
 * Splits a sentence (without surrogates) into the words whose costs and connections cost least: the lattice of
 * kuromoji's ViterbiBuilder and the search of its ViterbiSearcher in one pass from left to right, with the same words
 * in the same order, so that ties fall the same way. Positions that no word ends at are passed over; kuromoji gives
 * the words there an endless cost. One sentence at a time: the lattice is written over by the next.
 */
export function segmenter(dictionary: Dictionary): (sentence: string) => WordSegment[] {
  const { trie, known, unknown, classes, connections } = dictionary;
  const width = connections[1] as number;

  // One list per property of a node. Node 0 is the beginning of the sentence.
  const starts: number[] = [0];
  const ends: number[] = [0];
  /** Ids of entries; of unknown words all bits are turned. */
  const ids: number[] = [0];
  /** Where the costs of what may follow the node begin. */
  const rows: number[] = [2];
  /** Of the cheapest path up to and with the node. */
  const costs: number[] = [0];
  const previous: number[] = [-1];
  /** The node before it that ends at the same place. */
  const others: number[] = [-1];
  let count = 1;
  /** The last node that ends at each place. */
  let ending = new Int32Array();

  /** The node at `place` from which a left id is reached cheapest; of equals the first, which the list has last. */
  function cheapest(place: number, left: number): number {
    let least = Infinity;
    let best = -1;
    for (let node = ending[place] as number; node >= 0; node = others[node] as number) {
      const cost = (costs[node] as number) + (connections[(rows[node] as number) + left] as number);
      if (cost <= least) {
        least = cost;
        best = node;
      }
    }
    return best;
  }

  function add(
    { shorts, map, counts }: DictionaryEntries,
    word: number,
    start: number,
    end: number,
  ): void {
    const at = counts[word] as number;
    const last = at + (map[at] as number);
    for (let n = at + 1; n <= last; n++) {
      const id = map[n] as number;
      const entry = id / 2;
      const left = shorts[entry] as number;
      const before = cheapest(start, left);
      const node = count++;
      starts[node] = start;
      ends[node] = end;
      ids[node] = shorts === known.shorts ? id : ~id;
      rows[node] = (shorts[entry + 1] as number) * width + 2;
      costs[node] =
        (costs[before] as number) +
        (connections[(rows[before] as number) + left] as number) +
        (shorts[entry + 2] as number);
      previous[node] = before;
      others[node] = ending[end] as number;
      ending[end] = node;
    }
  }

  /** All words of the dictionary that begin at `start`; false where there is none. */
  function addKnown(sentence: string, start: number): boolean {
    let found = false;
    for (let end = start, node = ROOT_NODE; end < sentence.length; ) {
      node = descend(trie, node, sentence.charCodeAt(end++));
      if (node < 0) break;
      const word = wordAt(trie, node);
      if (word < 0) continue;
      add(known, word, start, end);
      found = true;
    }
    return found;
  }

  const classAt = (sentence: string, at: number) => classes.of[sentence.charCodeAt(at)] as number;

  function fill(sentence: string): void {
    count = 1;
    ending = new Int32Array(sentence.length + 1).fill(-1);
    ending[0] = 0;
    /** Where the characters end that are all of one class with those before them. */
    let run = 0;
    for (let start = 0; start < sentence.length; start++) {
      if (ending[start] === -1) continue;
      const found = addKnown(sentence, start);
      const kind = classAt(sentence, start);
      if (found && !classes.invoked[kind]) continue;
      if (start >= run) {
        for (run = start + 1; run < sentence.length && classAt(sentence, run) === kind; ) run++;
      }
      add(unknown, kind, start, classes.grouped[kind] ? run : start + 1);
    }
  }

  return (sentence) => {
    fill(sentence);
    const path: WordSegment[] = [];
    // The end of the sentence has the left id 0.
    for (let n = cheapest(sentence.length, 0); n > 0; n = previous[n] as number) {
      const id = ids[n] as number;
      const place = { start: starts[n] as number, end: ends[n] as number };
      path.push(id < 0 ? { ...place, known: false, id: ~id } : { ...place, known: true, id });
    }
    return path.reverse();
  };
}
