// Why a file that came in could not be opened, in one sentence with the next step.

const sentences: Readonly<Record<string, string>> = {
  "not-readable": "文件已损坏或不是表格文件，请让学校重新发送。",
  "empty-file": "文件是空的（0 字节），请让学校重新发送。",
  "old-excel": "这个 Excel 版本太旧，请升级后再试。",
  "unknown-format": "不是能识别的表格格式，请另存为 .xlsx 后重新交回。",
  encrypted: "文件设了打开密码，请去掉密码后重新交回。",
  "wrong-password": "打开密码不对，请核对密码或去掉密码后重新交回。",
  "unsupported-encryption": "文件的加密方式无法打开，请去掉密码后重新交回。",
  "too-large": "文件过大，请只保留催收名单，另存后重新交回。",
  locked: "文件正被其他程序打开，请关闭后重试。",
};

/** The sentence for a code of `WorkbookError`; a general one for codes that say nothing about a file that came in. */
export function refusalSentence(code: string): string {
  return sentences[code] ?? "文件打不开，请让学校重新发送。";
}
