// Chinese, the default language.
import type { Catalog } from "./catalog";
import { zhFindings } from "./zh-CN-findings";

/** The words in Chinese. Field names are the headings of the sheets themselves. */
export const zhCN: Catalog = {
  severities: { error: "错误", warning: "警告", info: "提示" },
  findings: zhFindings,
  errors: {
    "not-found": "找不到文件“{detail}”。请检查文件名和所在文件夹后再试。",
    "not-readable": "文件“{detail}”已损坏或不完整，无法读取。请重新导出或向发件人索取后再试。",
    "empty-file": "文件“{detail}”是空的。请重新导出或向发件人索取后再试。",
    "old-excel": "这个 Excel 版本太旧（需要 {detail}）。请升级到 Microsoft 365 或 Excel 2021 以上，或使用不依赖 Excel 的页面。",
    "unknown-format": "文件“{detail}”不是能识别的表格。请在 Excel 或 WPS 中另存为 .xlsx 后再试。",
    encrypted: "文件“{detail}”有打开密码。请在 Excel 中去掉密码后再试，或用 --password 提供密码。",
    "wrong-password": "文件“{detail}”的密码不对。请核对密码（注意大小写）后再试。",
    "unsupported-encryption": "文件“{detail}”的加密方式不支持。请在 Excel 中去掉密码或权限限制，另存后再试。",
    "too-large": "超出了能处理的大小（{detail}）。请删去多余的空行、空表，或分成几个文件后再试。",
    locked: "“{detail}”正被占用或正在编辑。请按回车结束单元格编辑，或关闭其他打开它的程序后再试。",
    protected: "“{detail}”受保护，不能写入。请在“审阅”中撤消保护后再试。",
    "not-writable": "无法写入“{detail}”。请检查文件夹是否存在、是否只读、磁盘是否已满后再试。",
    "no-borrowers": "在“{detail}”里没有找到应还名单。请确认有一张表的表头含有姓名、身份证号、合同编号和应还金额后再试。",
    "no-jurisdictions": "在“{detail}”里没有辖区划分表，名单里也没有责任学校。请补上附件2的划分表或“责任学校”一列后再试。",
    "two-lists": "有两张表列的是同一批合同：{detail}。请删去或隐藏不用的一张，或选定以哪一张为准后再试。",
  },
  refusals: {
    "not-readable": "文件已损坏或不是表格文件，请让学校重新发送。",
    "empty-file": "文件是空的（0 字节），请让学校重新发送。",
    "unknown-format": "不是能识别的表格格式，请另存为 .xlsx 后重新交回。",
    encrypted: "文件设了打开密码，请输入密码，或去掉密码后重新交回。",
    "wrong-password": "打开密码不对，请核对密码或去掉密码后重新交回。",
    "unsupported-encryption": "文件的加密方式无法打开，请去掉密码后重新交回。",
    "too-large": "文件过大，请只保留催收名单，另存后重新交回。",
    locked: "文件正被其他程序打开，请关闭后重试。",
    "centre-book": "这是资助中心自己的工作簿，不是学校交回的文件，已跳过。",
    "no-list": "文件里没有找到催收名单，请确认是否选错了文件。",
    "no-known-row": "名单里的人都不在应还名单中，请确认是否选错了文件。",
    "other-season": "名单上的编号不是本年度的，请确认是否交回了往年的文件。",
    "several-schools": "文件里混有多所学校的名单，请按学校分开后重新回收。",
    "other-school": "文件名或表头写的是“{claimed}”，名单内容却是“{content}”的，请核对后重新交回。",
    "row-shifted": "名单中有一列被单独排序，姓名与填写内容可能已经错位，请学校用原名单重新填写。",
  },
};
