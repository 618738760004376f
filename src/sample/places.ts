// The townships of 蒲城 with invented villages; the county's own table 附件2 is what counts in earnest.

/** A township with its villages and how many borrowers it has beside the others. */
export interface Township {
  readonly name: string;
  readonly weight: number;
  readonly villages: readonly string[];
}

const villagesOf = (text: string): readonly string[] => text.split(" ").map((name) => (name.endsWith("社区") ? name : `${name}村`));

/** 南庄村 lies in two of them, as happens: without the township nobody can say which. */
export const townships: readonly Township[] = [
  { name: "罕井镇", weight: 9, villages: villagesOf("东梁 西梁 南庄 北塬头 石桥沟 槐树坪 柳池 上寨 下寨 矿山路社区 井泉") },
  { name: "孙镇", weight: 8, villages: villagesOf("东孙坡 西孙坡 焦家巷 洛岸 赵马 双庙台 黄寨 甜井 新兴渠 刘家堡 贾堡") },
  { name: "兴镇", weight: 7, villages: villagesOf("兴东 兴西 花炮街社区 曹坊 温家塬 小寨子 石羊岭 乔家庄 柏树滩") },
  { name: "党睦镇", weight: 7, villages: villagesOf("党南 党北 盐池洼 吝家堡 孝义塬 樊家巷 秦庄 沙坡头 太平堡 蔺庄") },
  { name: "高阳镇", weight: 6, villages: villagesOf("高东 高西 黑池沟 五龙坡 桃园 清泉 赵家岭 青石崖") },
  { name: "永丰镇", weight: 6, villages: villagesOf("永东 永西 温汤河 洛河湾 石羊川 坞坡 唐家堡 蒋家坡 刘官营") },
  { name: "荆姚镇", weight: 8, villages: villagesOf("荆中 姚家堡 甘北滩 原家巷 郭家寨 唐巷 三合庄 卤泊滩 北姚 樊庄 宜井") },
  { name: "苏坊镇", weight: 6, villages: villagesOf("苏东 苏西 车渡 党定 姚坡 关中堡 马街 东苇园") },
  { name: "龙阳镇", weight: 5, villages: villagesOf("龙阳东 龙阳西 店子坡 窦家寨 小塬 底店 王子坪 统一") },
  { name: "洛滨镇", weight: 5, villages: villagesOf("洛北 东鱼池 西鱼池 钤铒坡 前泉 护难台 蔡邓坡 富塬 安王") },
  { name: "陈庄镇", weight: 5, villages: villagesOf("陈东 陈西 东陈坡 内府堡 思补塬 卫家巷 富家庄 大庄子") },
  { name: "桥陵镇", weight: 6, villages: villagesOf("桥陵前 坡头坊 三义堡 安家塬 赵山 金帜 盘龙 石道 平原庄") },
  { name: "尧山镇", weight: 5, villages: villagesOf("尧前 尧后 井家塬 闫家沟 光陵下 唐王岭 翔家巷 闵村坡") },
  { name: "椿林镇", weight: 5, villages: villagesOf("椿东 椿西 万兴 敬母台 汉村坡 山西庄 平头 胡家堡") },
  { name: "龙池镇", weight: 5, villages: villagesOf("龙池东 龙池西 屈家滩 五更湾 钟家堡 埝城 七家寨 平路坡") },
  {
    name: "城关镇",
    weight: 9,
    villages: villagesOf(
      "南庄 达仁堡 漫泉坡 三里井 北关外 五里铺 东街社区 西街社区 南街社区 正街社区 古镇社区 红旗路社区 重泉社区 延安路社区",
    ),
  },
];

/** Streets of the county town, for borrowers who have no township in the list. */
export const townStreets = ["人民路", "朝阳街", "迎宾路", "文化巷", "青年街", "西环路"] as const;
