/** The files of a small pack without a fault, by path. */
export const goodFiles: Readonly<Record<string, string>> = {
  'pack.yaml':
    'id: sample\ncity: 广州\nprovince: 广东\ncityCode: "4401"\nareaCode: "020"\nversion: "1"\nhotlineName: 广州12345\n',
  'places/divisions.csv':
    '\uFEFFcode,name,level,parent\r\n440106,天河区,district,4401\r\n440106001,五山街道,street,440106\r\n440106001001,茶山社区,community,440106001\r\n',
  'places/roads.csv': 'name,districts,streets\n五山路,天河区,五山街道\n',
  'places/points.csv': 'name,kind,district,street,aliases\n华景新城,小区,天河区,五山街道,华景|新城\n',
  'subjects.csv': 'id,name,aliases,address,kind\nS1,"幸福物业,天河",,,company\n',
  'categories.csv':
    'code,level1,level2,level3,keywords,unit,urgency\n0101001,住建,物业,收费,物业费|停车费,住建局,一般\n',
  'dispatch.csv':
    'category,place,unit,unplaced,fallback,returns\n01,*,住建局,,市住建局|12345热线,属地不符>12345热线\n0101,天河区,{street}办事处,12345热线,,\n',
  'calendar.yaml':
    'years:\n  - { year: 2026, holidays: [{ name: 元旦, from: "2026-01-01", to: "2026-01-03" }] }\n',
  'deadlines.yaml': 'source: 某规范\nrules: [{ what: dispatch, urgency: 突发, limit: 1, unit: hour }]\n',
  'answers/card.md':
    '---\nid: A1\ntitle: 社保卡怎么补办\nsimilar: [社保卡丢了]\ncategory: "0101001"\nexpires: 2027-01-01\n---\n\n请您带身份证到网点办理。\n',
  'answers/README.md': '# 写法说明\n',
  'scripts/greeting.yaml':
    'id: G1\nphase: greeting\ntitle: 首问语\ntext: 您好，{{hotline}}，工号 {{staffNumber}} 为您服务。\n',
  'checklists.yaml': '- category: "0101001"\n  ask:\n    - { element: 地点, question: 请问是哪个小区？ }\n',
  'norms/vague.yaml': '- { rule: vague-answer, title: 含糊不清, phrases: [{ say: 可能吧 }] }\n',
  'lexicon.yaml': 'synonyms: [[公积金, 住房公积金]]\nfillers: [那个]\n',
  'scorecard.yaml': 'items:\n  - { id: clear, group: 沟通, title: 表达清楚, points: 10, by: reviewer }\n',
  'mystery-caller.yaml': 'items: { clear: { good: 听得明白。 } }\n',
  'rehearsals/lamp.yaml':
    'id: lamp\ntitle: 路灯不亮\ntopic: 市政\ndifficulty: easy\nabout: 路灯不亮\nlines: [{ say: 路灯不亮 }]\n',
}

/** An answer with these lines in its front matter beside id and title. */
export const answerFile = (lines: string): string => `---\nid: A1\ntitle: 甲\n${lines}---\n好。\n`

/** A dispatch catalogue with a rule for every leaf and one more row. */
const dispatchFile = (row: string): string =>
  `category,place,unit,unplaced,fallback,returns\n01,*,住建局,,,\n${row}\n`

/** What can be wrong: the fault, the file, its text, and how the problem begins. */
export const brokenFiles: readonly (readonly [string, string, string, string])[] = [
  [
    'a number without quotes',
    'pack.yaml',
    (goodFiles['pack.yaml'] ?? '').replace('"020"', '020'),
    'error pack.yaml 第 5 行：areaCode 应为文字，请加上引号',
  ],
  ['YAML that does not parse', 'lexicon.yaml', 'fillers: [那个\n', 'error lexicon.yaml 第'],
  ['a list that is none', 'checklists.yaml', 'category: x\n', 'error checklists.yaml：应为一个列表'],
  [
    'a bad entry of a list',
    'norms/vague.yaml',
    '- { rule: a, title: 甲 }\n- { rule: b }\n',
    'error norms/vague.yaml 第 2 行：缺少 title',
  ],
  [
    'an expression of a norm that would hang',
    'norms/mine.yaml',
    "- { rule: commanding, title: 命令, patterns: [{ match: '(好+)+吧$' }] }\n",
    'error norms/mine.yaml：规则 commanding 的正则表达式“(好+)+吧$”无法使用',
  ],
  [
    'an unknown word of an enumeration',
    'categories.csv',
    'code,level1,level2,level3,unit,urgency\n0101001,a,b,c,d,马上\n',
    'error categories.csv 第 2 行：urgency 不对',
  ],
  [
    'a code of the wrong shape',
    'categories.csv',
    'code,level1,level2,level3,unit,urgency\n12,a,b,c,d,一般\n',
    'error categories.csv 第 2 行：code 不对',
  ],
  [
    'a keyword of two leaves',
    'categories.csv',
    'code,level1,level2,level3,keywords,unit,urgency\n0101001,住建,物业,收费,车位,住建局,一般\n0101002,住建,物业,停车,车位,住建局,一般\n',
    'warning categories.csv：关键词“车位”同时写在“收费”“停车”下',
  ],
  ['a rule of no category', 'dispatch.csv', dispatchFile('09,*,局,,,'), 'error dispatch.csv [09]：分类“09”'],
  [
    'two rules for one place',
    'dispatch.csv',
    dispatchFile('01,*,局,,,'),
    'error dispatch.csv [01]：地点“*”的派单规则重复',
  ],
  [
    'a rule for no place',
    'dispatch.csv',
    dispatchFile('01,海珠区,局,,,'),
    'error dispatch.csv [01]：地点“海珠区”不在',
  ],
  [
    'a unit with a strange placeholder',
    'dispatch.csv',
    dispatchFile('0101,*,{town}局,热线,住建局,'),
    'error dispatch.csv [0101]：单位里不认识的占位符 {town}',
  ],
  [
    'a unit that needs the address, and none without it',
    'dispatch.csv',
    dispatchFile('0101,天河区,{district}局,,,'),
    'error dispatch.csv [0101]：“{district}局”要看地址',
  ],
  [
    'a return that leads nowhere',
    'dispatch.csv',
    dispatchFile('0101,天河区,局,,,不想办>热线'),
    'error dispatch.csv 第 3 行：returns 不对：不想办>热线',
  ],
  [
    'a leaf without a rule',
    'dispatch.csv',
    'category,place,unit\n0101,天河区,住建局\n',
    'error dispatch.csv [0101001]：“收费”没有派单规则',
  ],
  [
    'a leaf whose own unit is another',
    'dispatch.csv',
    'category,place,unit\n01,*,城管局\n',
    'warning dispatch.csv [0101001]：“收费”在分类表里是“住建局”，派单目录却是“城管局”',
  ],
  [
    'a year twice',
    'calendar.yaml',
    'years: [{ year: 2026 }, { year: 2026 }]\n',
    'error calendar.yaml：2026 年写了两次',
  ],
  [
    'an office that closes before it opens',
    'calendar.yaml',
    'workingHours: { days: [1], periods: [{ from: "12:00", to: "09:00" }] }\n',
    'error calendar.yaml 第 1 行：workingHours.periods.0 不对',
  ],
  [
    'a clock of an unknown unit',
    'deadlines.yaml',
    'rules: [{ what: dispatch, urgency: 突发, limit: 1, unit: 分钟 }]\n',
    'error deadlines.yaml 第 1 行：rules.0.unit 不对',
  ],
  ['a missing column', 'subjects.csv', 'id,aliases\nS1,甲\n', 'error subjects.csv 第 1 行：缺少列 name'],
  [
    'an unknown column',
    'subjects.csv',
    'id,name,adress\nS1,甲,乙\n',
    'warning subjects.csv 第 1 行：不认识的列 adress，已忽略',
  ],
  [
    'a row with too few cells',
    'subjects.csv',
    'id,name\nS1\nS2,乙\n',
    'error subjects.csv 第 2 行：这一行的列数',
  ],
  [
    'an answer without front matter',
    'answers/card.md',
    '社保卡怎么补办\n',
    'error answers/card.md 第 1 行：开头缺少',
  ],
  [
    'an answer without words',
    'answers/card.md',
    '---\nid: A1\ntitle: 甲\n---\n\n',
    'error answers/card.md [A1]：没有答复正文',
  ],
  [
    'an answer with a bad date',
    'answers/card.md',
    answerFile('expires: 明年\n'),
    'error answers/card.md 第 4 行：expires 不对',
  ],
  [
    'an answer that ends before it begins',
    'answers/card.md',
    answerFile('effective: 2027-02-01\nexpires: 2027-01-01\n'),
    'error answers/ [A1]：生效日',
  ],
  [
    'an expired answer',
    'answers/card.md',
    answerFile('expires: 2026-10-31\n'),
    'warning answers/ [A1]：已于 2026-10-31 过期',
  ],
  [
    'an answer too long to read out',
    'answers/card.md',
    `---\nid: A1\ntitle: 甲\n---\n${'长'.repeat(241)}\n`,
    'warning answers/ [A1]：正文有 241 字',
  ],
  [
    'an answer of an unknown category',
    'answers/card.md',
    answerFile('category: "9999999"\n'),
    'warning answers/ [A1]：分类“9999999”',
  ],
  [
    'two answers with one id',
    'answers/more/again.md',
    '---\nid: A1\ntitle: 乙\n---\n好。\n',
    'error answers/ [A1]：口径编号 A1 重复',
  ],
  [
    'two subjects with one id',
    'subjects.csv',
    'id,name\nS1,甲\nS1,乙\n',
    'error subjects.csv [S1]：对象编号 S1 重复',
  ],
  [
    'a street of no district',
    'places/divisions.csv',
    'code,name,level,parent\n1,五山街道,street,440199\n',
    'error places/divisions.csv [1]：“五山街道”的上级 440199 不存在',
  ],
  [
    'a community right under a district',
    'places/divisions.csv',
    'code,name,level,parent\n440106,天河区,district,4401\n5,茶山社区,community,440106\n',
    'error places/divisions.csv [5]：“茶山社区”的上级 440106 层级不对',
  ],
  [
    'a road in no district',
    'places/roads.csv',
    'name,districts,streets\n五山路,海珠区,\n',
    'error places/roads.csv [五山路]：“五山路”写的区县“海珠区”不在区划表里',
  ],
  [
    'a point in no district',
    'places/points.csv',
    'name,kind,district\n华景新城,小区,海珠区\n',
    'error places/points.csv [华景新城]',
  ],
  [
    'an unknown placeholder',
    'scripts/greeting.yaml',
    'id: G1\nphase: greeting\ntitle: 甲\ntext: 您好{{nobody}}\n',
    'error scripts/ [G1]：不认识的占位符 {{nobody}}',
  ],
  [
    'a placeholder left open',
    'scripts/greeting.yaml',
    'id: G1\nphase: greeting\ntitle: 甲\ntext: 您好{{name\n',
    'error scripts/ [G1]：占位符的花括号没有成对',
  ],
  [
    'a script too long to say',
    'scripts/greeting.yaml',
    `id: G1\nphase: greeting\ntitle: 甲\ntext: ${'长'.repeat(121)}\n`,
    'warning scripts/ [G1]：话术有 121 字',
  ],
]
