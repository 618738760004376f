// The findings in Chinese: title | what is wrong → what to do next, as a clerk would say it. {heading} is spelt as in the user's own sheet.
import type { Catalog } from "./catalog";

/** What is said about each finding (校验问题). */
export const zhFindings: Catalog["findings"] = {
  "citizen-id-digits-lost":
    "身份证号末位丢失（存成了数字） | “{heading}”是按数字存放的（{value}），第 15 位以后已经丢失，无法还原。 → 请从系统重新导出，或按原件以文本格式重新录入全部 18 位。",
  "contract-no-digits-lost":
    "合同编号末位丢失（存成了数字） | “{heading}”是按数字存放的（{value}），末尾几位已经丢失，无法还原。 → 请从系统重新导出，或以文本格式重新录入完整编号。",
  "co-borrower-id-digits-lost":
    "共同借款人身份证号末位丢失 | “{heading}”是按数字存放的（{value}），第 15 位以后已经丢失。 → 请按原件以文本格式重新录入全部 18 位。",
  "phone-digits-lost": "电话显示为科学计数 | “{heading}”显示为科学计数“{value}”，号码不完整。 → 请核对后以文本格式重新录入。",
  "error-value-in-key": "关键内容是错误值 | “{heading}”是错误值 {value}，读不到内容。 → 请修正公式或直接填入正确内容，改正前该生暂不下发。",
  "error-value": "其他内容是错误值 | “{heading}”是错误值 {value}，读不到内容。 → 请修正公式，或直接填入正确内容。",
  "uncalculated-key":
    "关键内容的公式没有结果 | “{heading}”是公式，但文件里没有计算结果。 → 请用 Excel 打开并保存一次，或改为填写数值，然后重新校验。",
  "uncalculated-value": "其他公式没有结果 | “{heading}”是公式，但文件里没有计算结果。 → 请用 Excel 打开并保存一次，然后重新校验。",
  "amount-unreadable": "应还金额读不出 | “{heading}”的内容“{value}”不是金额。 → 请填写数字金额（单位：元），改正前该生暂不下发。",
  "other-amount-unreadable": "其他金额读不出 | “{heading}”的内容“{value}”不是金额。 → 请填写数字金额（单位：元），没有就留空。",
  "amount-as-text": "金额存成了文本 | “{heading}”的金额“{value}”是文本，Excel 求和时会漏掉它（助手已按金额读取）。 → 建议改成数字格式。",
  "amount-fraction-of-fen": "金额不足一分 | “{heading}”为 {value}，不足一分的部分已四舍五入。 → 请核对应取到分的金额。",
  "amount-in-ten-thousand": "金额以万元书写 | “{heading}”写作“{value}”，已按万元换算成元。 → 请核对，并改成以元为单位的数字。",
  "amount-in-capitals": "金额是大写 | “{heading}”写的是大写金额“{value}”，已按金额读取。 → 建议改成数字。",
  "amount-dash": "金额填了横线或“无” | “{heading}”填的是“{value}”，没有金额。 → 如确实不用还，请填 0；否则请补上金额。",
  "day-unreadable": "日期读不出 | “{heading}”的内容“{value}”不是有效日期。 → 请按“2019-12-20”的样式填写。",
  "day-without-year": "日期缺年份 | “{heading}”写作“{value}”，没有年份，已按本催收年度理解。 → 请核对并补上年份。",
  "day-as-text":
    "日期存成了文字 | “{heading}”写作“{value}”，是文字不是日期，已按 {proposal} 理解。 → 建议改成 {proposal}，以便排序和筛选。",
  "name-spelling": "姓名里有空格或异样的点 | “{heading}”写作“{value}”，已按“{proposal}”处理。 → 建议改成“{proposal}”，以免别的表对不上。",
  "name-full-width": "姓名含全角或相似字形 | “{heading}”写作“{value}”，已按“{proposal}”处理。 → 建议改成“{proposal}”，以免别的表对不上。",
  "look-alike-glyph":
    "字形相似但编码不同 | “{heading}”里有看着一样、编码不同的字（{value}），已按“{proposal}”理解。 → 建议重新输入这一格。",
  "phone-spelling": "电话写法不规范 | “{heading}”写作“{value}”，已按 {proposal} 理解。 → 建议改成 {proposal}。",
  "day-with-short-year": "日期年份只有两位 | “{heading}”写作“{value}”，年份只有两位，已按 20 开头理解。 → 请核对，最好写全四位年份。",
  "count-unreadable": "次数读不出 | “{heading}”的内容“{value}”不是次数。 → 请填写整数。",
  "citizen-id-masked": "身份证号被遮挡 | “{heading}”中间几位被遮住了（{value}），不能用来识别本人。 → 请补上完整的 18 位号码。",
  "co-borrower-id-masked": "共同借款人身份证号被遮挡 | “{heading}”中间几位被遮住了（{value}）。 → 如需核对共同借款人，请补上完整号码。",
  "citizen-id-look-alike-x":
    "身份证号末位用了近似符号 | “{heading}”末位用了与 X 相似的符号（{value}），已按 X 理解。 → 建议改成大写字母 X。",
  "citizen-id-lower-case-x": "身份证号末位小写 x | “{heading}”末位是小写 x（{value}），已按大写 X 理解。 → 建议改成大写 X。",
  "full-width-characters": "号码含全角字符 | “{heading}”含有全角字符（{value}），已按半角理解。 → 建议改成半角。",
  "stray-characters":
    "号码夹有多余字符 | “{heading}”里夹有空格、撇号或其他多余字符（{value}），已自动略去。 → 建议清理，以免其他系统认不出。",
  "phone-several": "一格多个电话 | “{heading}”一格里有几个号码（{value}），已分别识别。 → 无须处理；如有已停用的号码请删去。",
  "phone-none": "电话注明无号或空号 | “{heading}”注明“{value}”，打不通或没有号码。 → 请向学校或村（社区）了解新的号码。",
  "word-unknown": "内容不在可选范围 | “{heading}”的内容“{value}”不在可选范围内。 → 请从下拉选项中选择，或改成通用写法。",
  "text-too-long":
    "内容太长 | “{heading}”的内容太长（开头是“{value}”），不像一项资料，名单和通知书放不下时只印开头。 → 请核对，多半是别的内容粘贴到了这一格。",
  "text-begins-like-formula":
    "文字以公式符号开头 | “{heading}”以 =、+、- 或 @ 开头（{value}），在别的表里可能被当成公式。 → 输出时按文字处理；如不需要请去掉开头的符号。",

  "citizen-id-missing": "缺身份证号 | “{heading}”没有填写。 → 请补上借款学生的 18 位身份证号，改正前该生暂不下发。",
  "citizen-id-length": "身份证号位数不对 | “{heading}”应为 18 位，现在是 {length} 位（{value}）。 → 请对照身份证或合同核对，补全或更正。",
  "citizen-id-characters":
    "身份证号有不该有的字符 | “{heading}”里有不该出现的字符“{characters}”（{value}）。 → 请核对，常见的是字母 O 与数字 0、字母 l 与数字 1 混用。",
  "citizen-id-province": "身份证号省份代码不存在 | “{heading}”开头的 {prefix} 不是任何省份的代码（{value}）。 → 请对照身份证核对前两位。",
  "citizen-id-birth": "身份证号出生日期不存在 | “{heading}”里的出生日期 {birth} 不存在（{value}）。 → 请对照身份证核对第 7 至 14 位。",
  "citizen-id-check-digit":
    "身份证号校验位不符 | “{heading}”的校验位不符（{value}），号码里至少有一位是错的。 → 请对照身份证或合同逐位核对后更正。",
  "citizen-id-15-digits":
    "15 位旧身份证号 | “{heading}”是 15 位旧号码（{value}），助手按升位后的 18 位号码识别。 → 请与本人或系统核对后改成 18 位。",
  "citizen-id-ends-in-000":
    "身份证号以 000 结尾 | “{heading}”以 000 结尾（{value}），虽然校验通过，仍可能是 Excel 丢失末位造成的。 → 请对照原件核对末四位。",
  "citizen-id-other-county":
    "身份证号前六位不是本县代码 | “{heading}”的前六位 {prefix} 不是本县代码（{value}）。 → 迁入或区划调整时属正常，无须处理；有疑问再核对。",
  "ids-swapped":
    "学生与家长身份证号疑似填反 | “{heading}”像是家长的号码（{value}），与共同借款人的身份证号可能填反了。 → 请核对两人的号码，填反的请对调。",
  "id-same-as-co-borrower": "学生与家长身份证号相同 | 借款学生与共同借款人的“{heading}”相同（{value}）。 → 请核对，更正其中填错的一个。",
  "borrower-age-impossible":
    "学生年龄明显有误 | 按“{heading}”推算，到应还日 {age} 周岁，不可能是借款毕业学生（{value}）。 → 请核对号码，是否填成了别人的。",
  "borrower-age-unusual":
    "学生年龄不常见 | 按“{heading}”推算，到应还日 {age} 周岁，不太像借款毕业学生（{value}）。 → 请核对号码；确实无误可不处理。",
  "gender-differs":
    "性别与身份证号不一致 | “{heading}”与身份证号（{value}）第 17 位表示的性别不一致。 → 请核对性别和身份证号，更正其中一个。",
  "name-missing": "缺姓名 | “{heading}”没有填写。 → 请补上借款学生姓名，改正前该生暂不下发。",
  "name-garbled": "姓名可能有缺字 | “{heading}”写作“{value}”，可能有生僻字没显示出来或没有录全。 → 请对照身份证核对姓名。",
  "contract-no-missing": "缺合同编号 | “{heading}”没有填写。 → 请补上合同编号，改正前该生暂不下发。",
  "co-borrower-id-invalid":
    "共同借款人身份证号无效 | “{heading}”（{value}）不是有效的身份证号。 → 请核对共同借款人的号码；不影响本生名单下发。",
  "co-borrower-age":
    "共同借款人年龄不常见 | 按“{heading}”推算，共同借款人到应还日 {age} 周岁（{value}），不太常见。 → 请核对号码；确实无误可不处理。",
  "co-borrower-too-young":
    "共同借款人与学生年龄相近 | 按“{heading}”推算，共同借款人只比学生大 {years} 岁（{value}）。 → 请核对两人的号码；如是兄姐、配偶等可不处理。",
  "co-borrower-same-name": "共同借款人与学生同名 | “{heading}”与借款学生同名（{value}）。 → 请核对是否重复填了学生姓名。",
  "co-borrower-missing": "缺共同借款人 | “{heading}”没有填写。 → 有条件时请补上，便于联系家庭。",

  "citizen-id-elsewhere":
    "表内另有此人的完整号码 | 同一姓名在表内另有一个完整有效的号码（{value}），可能就是此人。 → 请核对，确认后再按建议更正。",
  "citizen-id-two-names":
    "同一身份证号对应不同姓名 | 同一身份证号（{value}）对应不同的姓名：{names}。 → 可能两人误用了一个号码，请逐一核对；核清前暂不下发。",
  "name-varies": "同一人姓名写法不一 | 同一身份证号的姓名写法不一：{names}。 → 请对照身份证统一写法。",
  "contract-twice":
    "合同编号重复且内容不同 | 合同编号“{value}”与“{sheet}”第 {other} 行重复，但两行内容不同。 → 请核对哪一行正确，删去或更正另一行，以免重复计算。",
  "contract-repeated":
    "整行重复（只计一次） | 本行与“{sheet}”第 {other} 行完全相同（合同编号“{value}”），只计一次。 → 无须处理，也可以删去多余的一行。",
  "loan-year-twice": "同一年度多笔合同 | 同一学生在 {value} 年度有 {count} 笔合同。 → 请核对是否重复录入，或年度填错。",
  "many-contracts": "一人合同偏多 | 同一学生（{value}）有 {count} 笔合同，偏多。 → 请核对是否有别人的合同混在一起。",
  "contract-no-unusual":
    "合同编号样式与众不同 | “{heading}”（{value}）有 {length} 位，与绝大多数编号（{usual} 位）的样式不同。 → 请核对是否漏填或多填。",
  "contract-no-as-number":
    "合同编号存成了数字 | 本表有 {count} 个“{heading}”是按数字存放的（如 {value}），开头的 0 可能已丢失。 → 请核对，建议整列改成文本格式。",
  "alipay-account-shared": "多人共用支付宝账号 | “{heading}”（{value}）有 {count} 名学生共用。 → 每人的还款账号应各不相同，请核对。",
  "co-borrower-of-many": "一人为多名学生共同借款 | “{heading}”（{value}）是 {count} 名学生的共同借款人。 → 请核对是否整列复制时填错。",

  "amounts-missing": "应还金额全部空白 | 应还本金、应还利息、应还合计都没有金额。 → 请补上应还金额，改正前该生暂不下发。",
  "amount-missing": "缺一项应还金额 | “{heading}”没有填写[，按另外两项推算应为 {expected} 元]。 → 请补上；确实为零请填 0。",
  "amount-negative": "金额为负数 | “{heading}”是负数（{value} 元）。 → 应还名单里不应有负数，请核对；冲正应记在扣款结果里。",
  "due-not-sum":
    "应还合计不等于本金加利息 | “{heading}”为 {value} 元，而本金 {principal} 加利息 {interest} 是 {expected} 元，相差 {difference} 元。 → 请对照系统核对这三个数。",
  "due-rounding":
    "应还合计差一两分 | “{heading}”为 {value} 元，与本金加利息 {expected} 元相差 {difference} 元，像是四舍五入造成的。 → 请核对；以系统数为准。",
  "nothing-due": "本年应还为零 | “{heading}”为零，本年不用还款。 → 无须催收，也不会生成通知书；如有疑问请核对。",
  "amount-too-large":
    "应还金额过大 | “{heading}”为 {value} 元，远超一年的贷款数额。 → 请核对金额和单位；无误的，在“核实决定”里填“仍发”，核实前不发通知书。",
  "principal-above-balance": "应还本金超过剩余本金 | “{heading}”{value} 元，超过剩余本金 {limit} 元。 → 请核对这两个数。",
  "principal-above-loan": "应还本金超过贷款金额 | “{heading}”{value} 元，超过贷款金额 {limit} 元。 → 请核对这两个数。",
  "balance-above-loan": "剩余本金超过贷款金额 | “{heading}”{value} 元，超过贷款金额 {limit} 元。 → 请核对这两个数。",
  "loan-amount-unusual":
    "贷款金额不在常见范围 | “{heading}”{value} 元，不在当年每笔合同 1,000.00 至 {limit} 元的范围内。 → 请核对；如是几笔合同合计，请分开填写。",
  "interest-zero": "有剩余本金却无利息 | “{heading}”为零，但还有剩余本金 {balance} 元。 → 请核对是否漏填利息；仍在贴息期内可不处理。",
  "waived-but-due":
    "已免息或减免却仍有应还 | 本行写明已免息或减免，“{heading}”却是 {value} 元。 → 请对照系统核对；改正之前不发通知书和名单。",
  "interest-though-waived":
    "设置写明本年免息，名单却有利息 | “{heading}”为 {value} 元，而设置写明本年免息。 → 名单如是免息前导出的，请重新导出；本年不免息的，请改设置；改正之前不发通知书和名单。",
  "note-waived-but-due":
    "备注说已免息或减免，却仍有应还 | “{heading}”写着“{value}”，但本行仍有应还 {due} 元。 → 请核实；核实前不发通知书、不上门。",
  "interest-in-relief-year":
    "本年免息，名单却有利息 | {year} 年国家免除应还利息，本表却有 {count} 行有应还利息。 → 请核对名单是否为免息前导出；如确应归还，请在设置里写明“免息：否”。",
  "penalty-without-overdue": "有罚息却无逾期本金 | “{heading}”有 {value} 元，却没有逾期本金。 → 罚息只按逾期本金计收，请核对。",
  "amounts-in-other-unit": "金额单位可能是万元 | 本表 {count} 行的应还金额都不到 10 元，单位可能是万元。 → 请核对单位，改成元后重新校验。",

  "loan-year-unusual": "贷款年度不合理 | “{heading}”为“{value}”，不像是贷款年度。 → 请核对，填写四位年份。",
  "graduation-in-future": "毕业日期还没到 | “{heading}”为 {value}，还没有到。 → 可能仍在读（升学未办就学变更）或日期填错，请核对。",
  "graduation-before-loan": "毕业早于贷款年度 | “{heading}”{value} 早于贷款年度 {year}。 → 请核对这两项。",
  "graduation-age": "毕业时年龄不合理 | 按身份证号推算，“{heading}”{value} 时 {age} 岁，不合常理。 → 请核对毕业日期和身份证号。",
  "subsidy-not-ended": "贴息期内却有利息 | “{heading}”为 {value}，到应还日仍在贴息，却有应还利息。 → 请核对贴息截止日和应还利息。",
  "maturity-before-graduation": "到期日早于毕业日期 | “{heading}”{value} 早于毕业日期 {graduation}。 → 请核对这两项。",
  "maturity-passed": "合同早已到期 | “{heading}”{value} 在本年度以前，合同早已到期。 → 请核对；如确已到期未还，应按逾期处理。",
  "loan-term-unusual": "贷款期限不合理 | “{heading}”{value} 距贷款年度 {years} 年，不在正常期限内。 → 请核对到期日和贷款年度。",
  "due-date-far":
    "应还日离本年度太远 | “{heading}”为 {value}，离 {year} 年太远，不可能是本年的还款日。 → 请对照系统改正；改正之前不发通知书和名单。",
  "due-date-other-season": "应还日不在本年度 | “{heading}”为 {value}，不在 {year} 年。 → 请核对是否用了往年的表，或年份填错。",
  "due-date-unusual":
    "应还日与统一日期不同 | “{heading}”为 {value}，不是本年统一的 {expected}。 → 最后一年按合同到期日还款时属正常；否则请核对。",
  "entry-in-future": "登记日期晚于今天 | “{heading}”为 {value}，晚于今天（{today}）。 → 请核对日期。",

  "phone-invalid": "学生电话无效 | “{heading}”中的“{value}”不是有效的电话号码。 → 请核对：手机应为 11 位，固定电话可带区号。",
  "co-borrower-phone-invalid": "家长电话无效 | “{heading}”中的“{value}”不是有效的电话号码。 → 请核对：手机应为 11 位，固定电话可带区号。",
  "phone-range-unknown": "手机号段不存在 | “{heading}”中的“{value}”不在已启用的手机号段。 → 请核对前三位。",
  "phone-missing": "没有任何电话 | “{heading}”没有填写，也没有家长电话。 → 请向学校或村（社区）了解联系电话。",
  "address-missing": "没有住址 | “{heading}”没有填写，也没有乡镇和村。 → 请补上住址，否则通知书无法送达。",
  "phone-shared": "多人共用电话 | “{heading}”中的“{value}”有 {count} 名学生共用。 → 可能是老师或村里的电话，请了解各家自己的号码。",

  "place-missing":
    "无法划分：没有地址信息 | 没有可用来划分责任学校的内容（责任学校、村、乡镇、就读中学都为空）。 → 请补上其中一项，否则进入“待划分”。",
  "place-unknown":
    "无法划分：地名或校名不在表内 | “{heading}”的“{value}”在辖区划分表里找不到[，可能与这些学校有关：{candidates}]。 → 请更正写法，或在划分表里补上；未改前进入“待划分”。",
  "place-ambiguous":
    "无法划分：分属几所学校 | 按“{heading}”的“{value}”不能确定唯一的责任学校[：{candidates}]。 → 请补填村（社区），或直接填写责任学校；未改前进入“待划分”。",
  "places-disagree":
    "无法划分：几笔合同指向不同学校 | 同一学生的几笔合同指向不同的责任学校[：{candidates}]。 → 请统一“{heading}”等内容，或直接填写责任学校。",
  "territory-unconfirmed":
    "划分表中推荐的学校还没有核对 | “{value}”划给“{school}”是按名称推荐的，还没有人核对。 → 请核对划分表这一行，无误后删去备注里的“请核对”字样。",
  "territory-overlap": "划分表中一地多校 | “{heading}”的“{value}”同时划给了几所学校：{candidates}。 → 请在划分表里只保留一所，或按村分开。",

  "note-stops-dunning":
    "备注提到应暂停催收的情况 | “{heading}”写有“{value}”，可能属于应当暂停催收的特殊情况。 → 请核实；属实的登记到“特殊情况”，核实前不要上门。",
  "note-special-case": "备注提到特殊情况 | “{heading}”写有“{value}”。 → 请核实；需要上报的登记到“特殊情况”。",
  "address-elsewhere": "住址不在本县 | “{heading}”写的是外地地址（{value}）。 → 仍由原辖区负责；需要转交的请填写责任学校。",
  "delivered-in-future": "送达日期晚于今天 | “{heading}”为 {value}，晚于今天（{today}）。 → 请核对送达日期；未送达的不要预填。",
  "delivered-before-lists": "送达早于名单下发 | “{heading}”为 {value}，早于名单下发日（{from}）。 → 请核对送达日期。",
  "signer-is-deliverer": "签收人就是送达人 | “{heading}”与送达人是同一人（{value}）。 → 签收人应为学生或家长，请核实后更正。",
  "signer-of-many": "一人签收多户 | “{heading}”{value} 签收了 {count} 户的通知书。 → 请抽查是否代签，代签的请注明并补送。",
  "principal-in-grace":
    "还本宽限期内有应还本金 | {count} 笔合同还在还本宽限期内，“{heading}”却不为零；第一笔是 {year} 年的贷款，{graduation} 年毕业，宽限期 {years} 年。 → 待核：请在国家开发银行系统里核对；合同另有约定或学生自愿提前还本的，无须处理。",
  "deposit-undated":
    "已存待扣没有日期 | “{heading}”写着已存待扣，但没有写哪天存入，无法判断是否还在等扣款。 → 请补填还款日期；暂时补不上的，在“核实决定”里填“仍发”或“不发”，核实前不发通知书。",
  "delivered-all-one-day": "全部同一天送达 | [{person} 经手的 ]{count} 户“{heading}”全是 {value}。 → 请抽查几户，核实送达日期。",

  "payment-not-on-list":
    "扣款不在名单 | “{heading}”（{value}）不在应还名单里。 → 请核对是否外县、在读或校园地贷款，或名单漏列；本笔未计入。",
  "payment-repeated": "同一笔扣款重复 | 本行（{value}）与“{sheet}”第 {other} 行是同一笔，只计一次。 → 无须处理。",
  "payment-reversed": "冲正或退回 | “{heading}”{value} 元是冲正或退回，已从已还金额中扣除。 → 请核对是否需要重新催收。",
  "payment-above-due":
    "扣款超过应还 | 该合同累计“{heading}”{value} 元，超过应还 {limit} 元，超出部分不计入回收率。 → 请核对是否含提前还款或重复扣款。",
  "payment-amount-missing": "扣款缺金额 | 本行（{value}）注明已扣款，但“{heading}”没有金额，未计入。 → 请补上金额后重新校验。",
  "payment-day-missing": "扣款缺日期 | 本行（{value}）没有“{heading}”，未计入。 → 请补上日期后重新校验。",
  "payment-in-future":
    "扣款日期晚于今天 | 本表有 {count} 笔的“{heading}”晚于今天（{today}），首行为 {value}，暂不计入。 → 请核对日期，或核对“设置”里的今天。",
  "batch-elsewhere":
    "整批多不在名单 | 批次“{batch}”共 {count} 行，多数不在本县名单，可能是别县或别的年度的批次，不在名单的行未计入。 → 请核对后删去这一批，或补齐名单。",
  "batch-in-wan":
    "金额像是万元 | 批次“{batch}”共 {count} 行，“{heading}”的数多为应还金额的万分之一，像是以万元为单位；助手按元计入，没有换算。 → 请核对单位，在表头上方写明“单位：万元”或改成元。",
  "batch-repeated": "整批重复 | 批次“{batch}”的 {count} 行在别处都已有，只计一次。 → 无须处理。",
  "payment-before-season": "扣款早于本年度 | “{heading}”为 {value}，不在 {year} 年度内。 → 请核对是否混入了往年的扣款。",
  "payment-other-id":
    "扣款身份证号与合同不符 | “{heading}”（{value}）不是该合同借款学生的号码，已按合同编号入账。 → 他人代还属正常；有疑问请核对合同编号。",

  "column-missing": "缺必需的列 | 没有找到“{heading}”这一列。 → 请在表头补上这一列，或把表头改成通用叫法，然后重新校验。",
  "column-wanted": "缺有用的列 | 没有找到“{heading}”这一列，有些数无法分开或核对。 → 建议补上这一列。",
  "column-ambiguous": "表头含义不明 | 表头“{heading}”的含义不能确定。 → 请把表头写清楚，例如“借款学生姓名”“家长姓名”。",
  "column-duplicated": "表头重复 | 表头“{heading}”出现了不止一次，助手读取的是 {kept} 所在的一列。 → 请核对，把另一列改名或删去。",
  "units-not-yuan":
    "单位不是元 | 表上注明单位是{unit}，已按{unit}换算成元。 → 请核对换算后的金额；万元保留的小数不够时分角会有出入，最好换成以元为单位的表。",
  "total-differs":
    "表上合计与各行之和不符 | 表上“{heading}”合计写的是 {printed} 元，各行相加是 {computed} 元，相差 {difference} 元。 → 请核对是否漏行、多行或合计公式有误。",
  "header-repeated": "表中重复的表头 | 表头在表中间重复出现了 {count} 次，已略过。 → 无须处理。",
  "rows-ignored": "略过的说明行 | 这一行不是名单内容，已略过：{text} → 无须处理；如确是学生，请补上身份证号和合同编号。",
  "hidden-rows": "有隐藏的行 | 有 {count} 行被隐藏或筛选掉了（第 {rows} 行），助手照常计入。 → 请核对这些行是否应当在名单里。",
  "hidden-columns": "有隐藏的列 | 有 {count} 列被隐藏了（{columns} 列），助手照常读取。 → 请核对隐藏列的内容。",
  "merged-cells-filled": "有合并单元格 | 有 {count} 个合并单元格按首格内容补齐。 → 无须处理；建议取消合并、逐行填写。",
  "setting-date-unreadable":
    "设置里的日期无法识别 | “{heading}”写作“{value}”，不是日历上的日期，无法采用。 → 请改正；改正之前不生成通知书。",
  "setting-date-far": "设置里的日期离本年度太远 | “{heading}”为 {value}，离 {year} 年太远。 → 请改正；改正之前不生成通知书。",
  "setting-year-unreadable":
    "设置里的年度无法采用 | “{heading}”写作“{value}”，不是 1999 至 2099 之间的四位年份，已按 {year} 年计。 → 请改成四位年份，例如 2019；改正之前不生成通知书。",
  "setting-too-long":
    "设置里的内容太长 | “{heading}”有 {count} 个字，标题、通知书和文件名里只印开头。 → 请改短；名称一般不超过 {limit} 个字。",
  "setting-control-unreadable": "设置里的控制数无法识别 | “{heading}”写作“{value}”，不是数字，无法核对。 → 请填写数字，不填则不核对。",
  "snapshots-damaged":
    "反馈快照被改动 | “{sheet}”在这里与写入时不同，每日反馈无法再与以前比对，也不会生成。 → 请撤销改动；撤不了的，取消隐藏后删去这张表，下次反馈就从头开始。",
  "setting-report-unreadable":
    "约谈或督查的设置无法识别 | “{heading}”写作“{value}”，无法识别，约谈和抽样按通常标准办理。 → 比率请写成 90%，名次和人数请写整数。",
  "setting-policy-unreadable":
    "政策设置无法识别 | “{heading}”写作“{value}”，无法识别。 → 免息、本金延期请写“是”或“否”，宽限期、期限写年数，贷款上限写金额，还款渠道从支付宝、刷卡、代还中选；改正之前不生成通知书。",
  "text-braces":
    "通知书文字里的花括号有误 | “{heading}”里的“{value}”不是能替换的词，或括号不成对。 → 请改正后再生成通知书，例如：姓名、截止日、未还合计，各用一对花括号括起。",
  "text-harsh": "通知书文字不宜写给家庭 | “{heading}”里有“{value}”。 → 请换成平和的说法后再生成通知书。",
  "text-missing":
    "通知书要用的单位信息没有填 | “{heading}”用到了“{value}”，但还没有填写。 → 请在“设置”或“通知书模板”里填好，或把这一段放进〔 〕里（没有内容时不印）。",
  "text-spills": "文字太长，一页印不下 | 按现在的文字，{value}会超过一页。 → 请把“{heading}”等文字改短，或把不必印的写“无”。",
  "quote-unmatched": "引号没有配对 | 从这一行起有引号没有配对，已按每行一笔读取，没有漏行。 → 请核对这一行的内容，最好从系统重新导出。",
  "comments-unread": "批注图片未读取 | 有 {count} 处批注、图片或删除线没有读取。 → 如其中有重要信息，请写到单元格里。",
};
