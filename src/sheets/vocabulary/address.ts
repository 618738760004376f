// Addresses (家庭住址): whether one plainly lies in another county. In doubt it lies at home.

// The unit below the city that an address begins with; 小区, 社区 and the like are no counties.
const countyIn = /^(?:.{2,8}?(?:省|自治区))?(?:.{2,5}?市)?([^省市]{1,5}?[县区])/;
const neighbourhood = /(?:小|社|街|校|园|景|矿|库|新|开发|工业|家属|生活)区$|[镇乡村]/;
const otherProvince =
  /^(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆)/;

/**
 * Whether an address plainly names another county or province.
 * @param county the home county's name; without it nothing is elsewhere
 * @example isElsewhere("渭南市富平县城关街道", "蒲城县") // true
 */
export function isElsewhere(address: string, county: string): boolean {
  if (county === "") return false;
  const home = county.replace(/[县区市]$/, "");
  // Nearly all addresses name the county plainly.
  if (address.includes(home) && !/[(（]/.test(address)) return false;
  const text = address.normalize("NFKC").replace(/\s+/g, "");
  if (text.replace(/\(.*?\)/g, "").includes(home)) return false;
  const named = countyIn.exec(text)?.[1];
  return otherProvince.test(text) || (named !== undefined && !neighbourhood.test(named));
}
