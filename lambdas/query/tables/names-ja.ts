import type { CellType } from './columns.ts';

/** What a sheet of a workbook is called, by the list that it holds. */
const TITLES: Readonly<Record<string, string>> = {
  sheets: '評価シート',
  documents: 'PDF',
  indicators: '指標',
  series: '目標と実績の推移',
  initiatives: '取組の記述',
  observations: '数値',
  search: '検索結果',
  findings: '読み取りの注意',
  changes: '前年度からの変更',
  facets: '件数',
  corrections: '訂正',
  publishers: '団体',
};

export const titleInJapanese = (list: string): string => TITLES[list] ?? list;

export const TYPE_NAMES: Readonly<Record<CellType, string>> = {
  string: '文字',
  integer: '整数',
  number: '数値',
  boolean: '真偽',
};

const PLACE = '単位はPDFのポイント、ページの左上から';
const REVISED = '前のシートに書かれていた値。変わっていなければ空';

/** Every column of every list: its title, and what stands in it. */
const COLUMNS: Readonly<Record<string, readonly [title: string, explanation: string]>> = {
  achievement: ['達成状況', '印刷された達成状況（95%は0.95）'],
  achievementText: ['達成状況の表記', '印刷されたとおり'],
  actual: ['実績値', 'この年度の実績。複数のシートに書かれていれば新しいもの'],
  actualRevisedFrom: ['実績値（変更前）', REVISED],
  actualText: ['実績値の表記', '印刷されたとおり'],
  amountType: [
    '予算・決算の別',
    'budget 予算、settlement 決算、forecast 見込。書かれていなければ空',
  ],
  'at.page': ['ページ', '書かれているページ'],
  baseline: ['現状値', '基準となる値'],
  baselineFiscalYear: ['現状値の年度', '現状値がいつの値か（西暦）'],
  'before.fiscalYear': ['前のシートの評価年度', '比べたシートが評価する年度（西暦）'],
  'before.sheet': ['前のシート', '比べたシートのID'],
  bytes: ['大きさ', 'PDFのバイト数'],
  by: ['訂正した人', '訂正した人の名前かID'],
  check: ['達成状況の検算', 'verified 一致、mismatch 不一致、not-computable 計算できない'],
  code: ['種類', '注意の種類。変わらない記号'],
  corrected: ['訂正後の値', '人が訂正した値。訂正がなければ空'],
  correctedText: ['訂正後の表記', '人が訂正した文字'],
  correctionReason: ['訂正の理由', 'なぜ訂正したか'],
  count: ['件数', 'この値をもつものの数'],
  department: ['主担当部局', '印刷されたとおり'],
  direction: ['望ましい向き', 'more 多いほどよい、less 少ないほどよい、unknown わからない'],
  'error.code': ['読めなかった理由の記号', '変わらない記号。読めていれば空'],
  'error.message': ['読めなかった理由', '文で'],
  evaluatedFiscalYear: ['評価年度', 'シートが評価する年度（西暦）'],
  facts: ['文中の数値', '文に出てくる数量。印刷されたとおり、／で区切る'],
  field: ['項目', 'どの文字・値か'],
  file: ['ファイル名', 'アップロードされたPDFの名前'],
  fiscalYear: ['年度', '西暦。4月に始まる年度の始まりの年'],
  format: ['様式', 'シートの様式の名前。generalは知られていない様式'],
  firstFiscalYear: ['最初の年度', 'シートが評価する最初の年度（西暦）'],
  'from.text': ['前の表記', '前のシートに印刷されたとおり'],
  'from.value': ['前の値', '前のシートの値'],
  grade: ['進展度', '担当部局による評価（A～Dなど）'],
  gradeCorrected: ['進展度（訂正後）', '人が訂正した評価。訂正がなければ空'],
  id: ['ID', '変わらない名前'],
  indicator: ['指標', '指標（目標項目）の名前、または予算の行の名前'],
  indicatorId: ['指標のID', 'シートの中での名前'],
  initiative: ['取組の番号', '実践取組・基本事業の番号'],
  initiativeTitle: ['取組', '実践取組・基本事業の名前'],
  keys: ['置き場所', 'PDFがアップロードされたときの名前。空白で区切る'],
  keywords: ['キーワード', '文から取り出したことば。空白で区切る'],
  kind: ['種類', '何についてか'],
  lastFiscalYear: ['最新の年度', 'シートが評価する最新の年度（西暦）'],
  level: [
    '指標の段階',
    'outcome 成果指標（県民指標）、activity 活動指標、project プロジェクト、initiative 取組',
  ],
  marker: ['印', '文の前の①や・'],
  message: ['説明（英語）', '何がわからないか、何が変わったか'],
  messageJa: ['説明', '何がわからないか、何が変わったか'],
  met: ['目標を達成したか', '望ましい向きで目標値に届いたか。わからなければ空'],
  number: ['番号', 'プロジェクト・施策の番号'],
  ofFiscalYear: ['値の年度', 'どの年度の値が変わったか（西暦）'],
  ordinal: ['何番目', '同じ種類の文の中での順番'],
  page: ['ページ', 'PDFのページ。1から数える'],
  pages: ['ページ数', 'PDFのページの数'],
  path: ['上の見出し', '外側から順に＞で区切る'],
  pdfUrl: ['PDF', 'クリックするとPDFのそのページを開く'],
  phase: [
    '節',
    'overview 取組概要、result 成果と残された課題、improvement 改善のポイントと取組方向',
  ],
  program: ['計画の分類', 'プログラムの記号'],
  programName: ['計画の分類の名前', '印刷されたとおり。様式がgeneralならシートの種類'],
  programs: ['計画の分類', 'プログラムの記号。空白で区切る'],
  publisher: ['団体', '都道府県・市区町村の記号、または全国地方公共団体コード'],
  publisherCode: ['全国地方公共団体コード', 'コードがなければ空'],
  publisherName: ['団体の名前', '記号が知られていなければ空'],
  qualifier: ['値についたことば', '約、延べ、以上、以下、未満など'],
  read: ['読み取った文字', '訂正する前に読み取られていたもの'],
  readerVersion: ['読み取り方の版', '読み取ったプログラムの版'],
  reason: ['理由', 'なぜ訂正したか'],
  receivedAt: ['受け取った時刻', '世界標準時'],
  revision: ['シートの版', '書かれていることが変わると変わる'],
  score: ['合い具合', '大きいほどよく合う。一つの答えの中でだけ比べられる'],
  series: ['系列のID', '同じ指標を年度をこえてつなぐ名前'],
  severity: [
    '重さ',
    'wrong 誤りかもしれない、missing 読めなかった、attention 気をつけて見たい、note 知っておくとよい',
  ],
  sha256: ['PDFのハッシュ', 'PDFの中身のSHA-256'],
  sheet: ['シート', 'シートのID'],
  sheetCount: ['シートの数', '読み取られている評価シートの数'],
  sheetId: ['シート', 'シートのID'],
  sheetIds: ['シート', 'PDFから読み取ったシートのID。空白で区切る'],
  sheets: ['出典のシート', 'この年度の値が書かれているシートのID。空白で区切る'],
  stands: ['有効か', '紙のその場所に今も同じことが書かれているか'],
  status: [
    '状態',
    'reported 値がある、pending これから出る、not-applicable 値がない、narrative ことばで書かれている、unread 読めない',
  ],
  subtitle: ['副題', '印刷されたとおり'],
  actualCorrected: ['実績値（訂正後）', '人が訂正した値。訂正がなければ空'],
  actualCorrectedText: ['実績値の表記（訂正後）', '人が訂正した文字。訂正がなければ空'],
  targetCorrected: ['目標値（訂正後）', '人が訂正した値。訂正がなければ空'],
  targetCorrectedText: ['目標値の表記（訂正後）', '人が訂正した文字。訂正がなければ空'],
  targetStatus: ['目標値の状態', '値の状態と同じことば'],
  target: ['目標値', 'この年度の目標。複数のシートに書かれていれば新しいもの'],
  targetRevisedFrom: ['目標値（変更前）', REVISED],
  targetText: ['目標値の表記', '印刷されたとおり'],
  text: ['表記', '印刷されたとおり'],
  textSource: ['文字の出どころ', 'embedded PDFの文字、ocr 画像から'],
  throughFiscalYear: ['最後の年度', '一つの欄がいくつもの年度にわたるときの最後の年度'],
  time: ['時刻', '世界標準時'],
  title: ['名前', 'プロジェクト・施策・事業の名前'],
  'to.text': ['後の表記', '後のシートに印刷されたとおり'],
  'to.value': ['後の値', '後のシートの値'],
  type: [
    '値の種類',
    'baseline 現状値、target 目標値、actual 実績値、forecast 見込み、achievement 達成状況、budget 予算額等',
  ],
  unit: ['単位', '印刷されたとおり'],
  updatedAt: ['更新時刻', '最後に変わった時刻（世界標準時）'],
  value: ['値', '単位の欄の単位で'],
  values: ['値の数', 'シートに書かれた値の数'],
  warnings: ['注意', 'この値についての読み取りの注意の種類。空白で区切る'],
  x0: ['左', PLACE],
  x1: ['右', PLACE],
  y0: ['上', PLACE],
  y1: ['下', PLACE],
  yen: ['円', '金額を円で。金額でなければ空'],
};

const YEARLY = /^([a-z]+)(\d{4})$/;
const SIDES: Readonly<Record<string, string>> = { from: '前の', to: '後の' };

/** A column's title and explanation; what has none is called by its own name. */
export function columnInJapanese(name: string): { title: string; explanation: string } {
  const own = COLUMNS[name];
  if (own) return { title: own[0], explanation: own[1] };
  const [, of = '', year] = YEARLY.exec(name) ?? [];
  const yearly = COLUMNS[of];
  if (year !== undefined && yearly) {
    return { title: `${year}年度 ${yearly[0]}`, explanation: yearly[1] };
  }
  const [side = '', last = ''] = name.split('.');
  const sided = COLUMNS[last];
  if (SIDES[side] !== undefined && sided) {
    return { title: `${SIDES[side]}${sided[0]}`, explanation: sided[1] };
  }
  return { title: name, explanation: '' };
}

/** Whether a column has a title of its own in Japanese. */
export const isNamed = (name: string): boolean => columnInJapanese(name).title !== name;
