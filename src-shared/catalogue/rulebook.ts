/** What core and centre say of changed wording rules and scorecards (规则、评分表). */
export const rulebookText = {
  wrongRule: (rule: string) => `条目里混入了别的规则，这里只能保存“${rule}”`,
  emptyRule: '这条规则还没有说法，也没有句式，什么也找不到。请至少写一行',
  itemTwice: (title: string) => `评分项“${title}”的编号重复了，请改用另一个编号`,
  itemWithoutRule: (title: string) => `评分项“${title}”由规则评分，请至少选一条规则`,
  deductsTooMuch: (title: string) => `评分项“${title}”每处扣分超过了满分，请改小`,
  allOff: '所有评分项都停用了，请至少留一项',
  unknownRule: (rule: string) => `没有规则“${rule}”，可能已被别人删除，请刷新后再试`,
  noCall: '没有找到这通电话，可能已过保存期',
  noDialogue: '没有读到对话。请每句一行，以“市民：”或“坐席：”开头',
  centreAway: '现在连不上中心，改动还没有保存；内容仍在页面上，请稍后再点保存',
} as const
