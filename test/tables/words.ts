import type { Random } from '../../samples/generator/random.ts';

const EN = {
  nouns:
    'harvest timber ferry school bridge library forest market clinic reservoir archive orchard tramway harbour laboratory nursery workshop theatre railway pension tariff licence census budget payroll export import fishery quarry glacier vessel parcel grain barley copper zinc textile leather furniture machinery chemical paper plastic rubber cement steel housing transport energy water waste tourism education health defence justice research culture sport'.split(
      ' ',
    ),
  adjectives:
    'northern regional total average public private annual monthly gross net primary secondary local foreign seasonal adjusted estimated other new rural urban upper lower'.split(
      ' ',
    ),
  verbs:
    'increased declined remained covers includes reflects follows exceeds supports describes requires provides measures reports'.split(
      ' ',
    ),
  small: 'the of and in for with by from over under between during than to at on'.split(' '),
  heads:
    'Total,Share,Change,Units,Value,Rate,Index,Persons,Cost per unit,Number of sites,Median income,Standard error,Imports,Exports,Balance,Male,Female,Urban,Rural,Quarter 1,Quarter 2'.split(
      ',',
    ),
  offices:
    'Ministry of Works,Port Office,City Council,Forest Board,Statistics Bureau,School Trust'.split(
      ',',
    ),
  states: 'done,delayed,planned,open,cancelled,under review'.split(','),
};
const JA = {
  nouns:
    '図書館 公園 道路 港湾 学校 保育所 診療所 上水道 下水道 観光 農業 漁業 林業 商店街 工業団地 統計 予算 人口 世帯 就業者 出荷額 生産額 消防 防災 文化財 体育館 交通 住宅 環境 福祉 介護 年金 貿易 輸出 輸入 電力 廃棄物 森林 河川 研究'.split(
      ' ',
    ),
  adjectives: '全 主な 新 地域 市内 公立 民間 年間 月平均 その他の 北部 南部 沿岸 第一 第二'.split(
    ' ',
  ),
  heads:
    '総数,構成比,増減,件数,金額,割合,指数,男,女,市部,郡部,事業所数,従業者数,一人当たり,前年比,面積'.split(
      ',',
    ),
  offices: '総務課,企画課,港湾局,教育委員会,農林水産部,統計課'.split(','),
  states: '実施済,実施中,検討中,未着手,延期'.split(','),
  sentences:
    'この章では調査の結果を述べる,前年に比べて大きな変化はなかった,対象は市内の全ての施設である,詳しい方法は付録に記した,天候の影響を受けた月があった,来年度は対象を広げる予定である,数値は端数を四捨五入しているため合計と一致しないことがある'.split(
      ',',
    ),
};

export class Words {
  readonly #random: Random;
  readonly #ja: boolean;

  constructor(random: Random, language: 'en' | 'ja') {
    this.#random = random;
    this.#ja = language === 'ja';
  }

  /** What a row is about, of about so many words. */
  name(length: number): string {
    const r = this.#random;
    if (this.#ja)
      return (
        Array.from({ length }, (_, i) => r.pick(i === 0 ? JA.adjectives : JA.nouns)).join('') +
        r.pick(JA.nouns)
      );
    const words = Array.from({ length }, (_, i) =>
      i % 3 === 2 ? r.pick(EN.small) : r.pick(i % 2 === 0 ? EN.adjectives : EN.nouns),
    );
    return capital([...words, r.pick(EN.nouns)].join(' '));
  }

  head(): string {
    return this.#random.pick(this.#ja ? JA.heads : EN.heads);
  }
  office(): string {
    return this.#random.pick(this.#ja ? JA.offices : EN.offices);
  }
  state(): string {
    return this.#random.pick(this.#ja ? JA.states : EN.states);
  }
  year(n: number): string {
    return this.#ja ? `平成${n - 1988}年` : String(n);
  }

  sentence(): string {
    const r = this.#random;
    if (this.#ja) return `${r.pick(JA.nouns)}について、${r.pick(JA.sentences)}。`;
    const words = Array.from({ length: r.int(9, 22) }, (_, i) =>
      r.pick([EN.small, EN.nouns, EN.adjectives, EN.verbs, EN.nouns][i % 5] as string[]),
    );
    return `${capital(words.join(' '))}.`;
  }
  prose(sentences: number): string {
    return Array.from({ length: sentences }, () => this.sentence()).join(this.#ja ? '' : ' ');
  }
  /** A phrase of a cell of words, with no full stop. */
  phrase(length: number): string {
    return this.#ja
      ? this.sentence().slice(0, 6 + 3 * length)
      : this.sentence().split(' ').slice(0, length).join(' ').replace(/\.$/, '');
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
