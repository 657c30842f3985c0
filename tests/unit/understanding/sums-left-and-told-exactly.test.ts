import { expect, test } from 'vitest'
import { hearStory } from './small-pack.ts'

const sumOf = (story: string): number | undefined => hearStory(story).amountYuan?.value

const families: Readonly<Record<string, readonly (readonly [number | undefined, string])[]>> = {
  'what is left of a wish': [
    [500, '坐:您的诉求/市:退我二十二块再陪我五百吧/坐:二十二元加五百/市:算了算了退钱那点我不要了就赔五百'],
    [300, '坐:您的诉求/市:退我八十块再赔三百/坐:八十加三百/市:八十块不要了就赔三百'],
    [1000, '坐:您的诉求/市:退四百六再赔一千/坐:共一千四百六/市:退的算了只要赔我一千'],
    [200, '坐:您的要求/市:退我两百运费十二块/坐:两百一十二元/市:运费无所谓就退我两百'],
    [860, '坐:您的诉求/市:退我八百六再赔三百/坐:八百六加三百/市:赔的不提了就退八百六'],
    [600, '坐:您要求赔多少/市:一开始说要八百六他不肯算了赔我六百我就不追究了/坐:赔偿六百元/市:对六百'],
  ],
  'what is borne and no more at issue': [
    [undefined, '坐:车辆损失需要赔吗/市:补漆花了八百那个我不追了自己认'],
    [undefined, '坐:损失要赔吗/市:修车花了六百哪个我不追了'],
    [undefined, '坐:医药费要赔吗/市:看病花了三百二那点钱我自己出'],
    [9000, '坐:要求退多少/市:先退八千吧那这样退九千/坐:您最后是要退九千/市:退九千我认了'],
  ],
  'what was said roughly, and then exactly': [
    [312000, '坐:一共欠多少/市:总共三十一万多老板说三十一万两千我的那份是一万三'],
    [4860, '坐:一共多少钱/市:一共四千多具体四千八百六'],
    [23500, '坐:欠多少/市:总共两万多账上是两万三千五'],
    [680, '坐:总共多少/市:一共六百多单子上写六百八十块'],
    [1260, '坐:一共多少/市:总共一千多单子上是一千二百六押金两百'],
  ],
  'what the seat says that it takes down': [
    [312000, '坐:欠多少/市:三十来万吧/坐:那登记总额三十一万二千元/市:对你写总的'],
    [
      3400,
      '坐:您卡里还剩多少钱/市:办的是两年卡六千八用了一半还剩三千四/坐:按剩余三千四登记吗/市:对就退三千四给我',
    ],
    [1500, '坐:多少钱/市:办卡三千用了一半/坐:按一千五登记可以吗/市:对'],
    [2600, '坐:多少钱/市:交了三年年费共七千八还剩两千六没用'],
  ],
}

test.each(Object.entries(families).flatMap(([family, rows]) => rows.map((row) => [family, ...row] as const)))(
  '%s: %s of %s',
  (_, amount, story) => {
    expect(sumOf(story)).toBe(amount)
  },
)
