/** What an invented programme is about: its words and the things it counts, with a usual size of each. */
export type Theme = {
  readonly title: string;
  readonly bureau: string;
  readonly division: string;
  readonly section: string;
  readonly purpose: string;
  readonly target: string;
  readonly means: string;
  readonly activities: readonly Counted[];
  readonly outcomes: readonly Counted[];
  readonly law: string;
  readonly field: string;
};
/** Name, unit, usual size, decimals. */
export type Counted = readonly [name: string, unit: string, size: number, decimals?: number];

export const THEMES: readonly Theme[] = [
  {
    title: '移動図書館ひばり号運行事業',
    bureau: '教育部',
    division: '中央図書館',
    section: '奉仕係',
    purpose: '図書館から離れた地区に住む人が、本と出会う機会を持てるようにする。',
    target: '図書館から二キロ以上離れた地区の住民',
    means: '車両に本を積み、学校や集会所を隔週で巡回する。',
    activities: [
      ['巡回した停留所の数', 'か所', 42],
      ['積載資料の入替回数', '回', 24],
    ],
    outcomes: [
      ['貸出冊数', '冊', 18600],
      ['登録者の割合', '%', 31.5, 1],
    ],
    law: '図書館法第三条',
    field: '学びと文化',
  },
  {
    title: '空き家の利活用促進事業',
    bureau: '都市建設部',
    division: '住宅政策課',
    section: '空き家対策係',
    purpose: '使われていない家を住まいや店として生かし、まちなかの活気を取り戻す。',
    target: '空き家の所有者と移住を考える人',
    means: '所有者の意向を調べ、登録の窓口を設け、改修費の一部を助成する。',
    activities: [
      ['相談会の開催回数', '回', 12],
      ['登録物件数', '件', 85],
    ],
    outcomes: [
      ['成約件数', '件', 27],
      ['改修後の利用継続率', '%', 88.2, 1],
    ],
    law: '空家等対策の推進に関する特別措置法',
    field: '住みよいまち',
  },
  {
    title: '高齢者の通いの場づくり事業',
    bureau: '健康福祉部',
    division: '長寿支援課',
    section: '介護予防係',
    purpose: '歩いて行ける場所に集いの場をつくり、閉じこもりと足腰の衰えを防ぐ。',
    target: '六十五歳以上の市民',
    means: '体操の指導者を派遣し、会場の使用料を負担し、交流会を催す。',
    activities: [
      ['通いの場の数', 'か所', 64],
      ['指導者の派遣回数', '回', 310],
    ],
    outcomes: [
      ['参加者の実人数', '人', 1480],
      ['体力が維持できた人の割合', '%', 72.4, 1],
    ],
    law: '介護保険法',
    field: '支え合う暮らし',
  },
  {
    title: '有害鳥獣対策推進事業',
    bureau: '産業部',
    division: '農林課',
    section: '林務係',
    purpose: '野生の獣による農作物の被害を抑え、耕作を続けられる環境を守る。',
    target: '農業者と集落',
    means: '電気柵の設置を助成し、捕獲隊の活動を支え、集落点検を行う。',
    activities: [
      ['電気柵の新設延長', 'm', 9200],
      ['集落点検の実施地区', '地区', 18],
    ],
    outcomes: [
      ['被害面積', 'ha', 46.5, 1],
      ['捕獲頭数', '頭', 420],
    ],
    law: '鳥獣による農林水産業等に係る被害の防止のための特別措置に関する法律',
    field: '活力ある産業',
  },
  {
    title: '路線バス維持確保事業',
    bureau: '企画部',
    division: '交通政策課',
    section: '公共交通係',
    purpose: '車を運転しない人の通院や通学の足を確保する。',
    target: '市内を運行する乗合バスの利用者',
    means: '赤字路線の運行費を補い、時刻表の冊子を配り、乗り方教室を開く。',
    activities: [
      ['補助した路線数', '路線', 11],
      ['乗り方教室の開催', '回', 9],
    ],
    outcomes: [
      ['年間の利用者数', '人', 386000],
      ['収支率', '%', 41.8, 1],
    ],
    law: '地域公共交通の活性化及び再生に関する法律',
    field: '便利で安全なまち',
  },
  {
    title: '若者の就業定着支援事業',
    bureau: '商工観光部',
    division: '雇用対策課',
    section: '労政係',
    purpose: '若者が地元で働き続けられるよう、入社後の悩みに早く応える。',
    target: '就職して三年以内の若者と中小企業',
    means: '合同の研修と相談の窓口を設け、先輩社員との交流会を開く。',
    activities: [
      ['研修の参加企業', '社', 58],
      ['個別相談の件数', '件', 240],
    ],
    outcomes: [
      ['三年後の定着率', '%', 68.9, 1],
      ['正社員への転換数', '人', 36],
    ],
    law: '若者雇用促進法',
    field: '活力ある産業',
  },
  {
    title: '川の水辺再生事業',
    bureau: '環境部',
    division: '環境保全課',
    section: '水環境係',
    purpose: '生き物がすみ、子どもが遊べる川を取り戻す。',
    target: '市内を流れる二級河川',
    means: '水質の調査、岸辺の草刈り、観察会を住民とともに行う。',
    activities: [
      ['観察会の開催回数', '回', 15],
      ['清掃活動の参加者', '人', 2350],
    ],
    outcomes: [
      ['水質の環境基準達成地点', '地点', 14],
      ['川に親しみを感じる人の割合', '%', 54.7, 1],
    ],
    law: '水質汚濁防止法',
    field: '自然と共に',
  },
  {
    title: '子どもの居場所ネットワーク事業',
    bureau: 'こども未来部',
    division: '子育て応援課',
    section: '育成係',
    purpose: '放課後や休みの日に、どの子も安心して過ごせる場を身近に設ける。',
    target: '小学生と中学生',
    means: '食堂や学習の場を開く団体を助成し、運営者の連絡会を持つ。',
    activities: [
      ['助成した団体数', '団体', 23],
      ['連絡会の開催', '回', 6],
    ],
    outcomes: [
      ['利用した子どもの延べ人数', '人', 12900],
      ['居場所がある小学校区の割合', '%', 76.2, 1],
    ],
    law: 'こども基本法',
    field: '子育てを応援',
  },
  {
    title: '地場産材の家づくり応援事業',
    bureau: '農林水産部',
    division: '森づくり課',
    section: '木材利用係',
    purpose: '近くの山の木を使う人を増やし、手入れの行き届いた森を次の代へ渡す。',
    target: '住宅を建てる人と工務店',
    means: '地場の木材を使った住宅の建て主に助成し、見学会を開く。',
    activities: [
      ['見学会の参加組数', '組', 130],
      ['助成の決定件数', '件', 74],
    ],
    outcomes: [
      ['地場産材の使用量', 'm3', 1640],
      ['製材所の出荷量の伸び', '%', 4.6, 1],
    ],
    law: '都市の木造化推進法',
    field: '自然と共に',
  },
  {
    title: '自主防災組織育成事業',
    bureau: '危機管理部',
    division: '防災安全課',
    section: '地域防災係',
    purpose: '災害の時に隣近所で助け合える組織を、すべての町内に育てる。',
    target: '町内会と自治会',
    means: '防災士の養成講座を開き、資機材の購入を助成し、訓練に職員が出向く。',
    activities: [
      ['訓練の実施回数', '回', 96],
      ['防災士の養成数', '人', 45],
    ],
    outcomes: [
      ['組織率', '%', 83.3, 1],
      ['避難訓練の参加者数', '人', 7420],
    ],
    law: '災害対策基本法',
    field: '便利で安全なまち',
  },
  {
    title: '海の玄関口にぎわい創出事業',
    bureau: '港湾局',
    division: '港湾振興課',
    section: '企画係',
    purpose: '客船の寄港を増やし、降りた人が町を巡る流れをつくる。',
    target: '客船の乗客と港周辺の商店',
    means: '船会社を訪ねて誘致し、岸壁での物産市と通訳の案内を行う。',
    activities: [
      ['船会社への訪問', '社', 22],
      ['物産市の出店数', '店', 140],
    ],
    outcomes: [
      ['客船の寄港回数', '回', 19],
      ['港周辺の消費額', '千円', 84500],
    ],
    law: '港湾法',
    field: '活力ある産業',
  },
  {
    title: '食品ロス削減推進事業',
    bureau: '市民生活部',
    division: 'ごみ減量課',
    section: '資源循環係',
    purpose: 'まだ食べられる物が捨てられるのを減らし、必要とする人へ届ける。',
    target: '市民と食品を扱う事業者',
    means: '食べきりの協力店を募り、持ち寄りの窓口を設け、学校で授業を行う。',
    activities: [
      ['協力店の数', '店', 118],
      ['出前授業の実施校', '校', 21],
    ],
    outcomes: [
      ['家庭から出る食品ロスの量', 't', 3120],
      ['持ち寄られた食品', 'kg', 5480],
    ],
    law: '食品ロスの削減の推進に関する法律',
    field: '自然と共に',
  },
];
