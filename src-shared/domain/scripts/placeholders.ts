/** What a script (话术) may ask for between `{{` and `}}`, and what each stands for. */
export const scriptPlaceholders = {
  hotline: '热线名称',
  staffNumber: '坐席工号',
  callerName: '来电人称呼',
  phone: '联系电话',
  address: '事发地址',
  time: '事发时间',
  demand: '诉求目的',
  subject: '被反映对象',
  category: '事项分类',
  unit: '承办单位',
  number: '工单编号',
  deadline: '办理期限',
} as const

/** A placeholder with the blanks that people leave inside the braces; group 1 is its name. */
export const placeholderPattern = /\{\{\s*([^{}]*?)\s*\}\}/gu

/** The names between `{{` and `}}`, in order, each once. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(placeholderPattern), (match) => match[1] ?? ''))]
}
