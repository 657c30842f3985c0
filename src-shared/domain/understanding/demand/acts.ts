/** What a demand asks to have done (诉求动作), and the words by which a demand that already says so is known. */
export const acts = [
  { act: '退还', words: /退|返|归还|还[给我回钱]|追回/ },
  { act: '查处', words: /查|检|核实|整治|取缔|打击|抓|罚/ },
  { act: '维修', words: /修|加固/ },
  { act: '恢复', words: /恢复|疏通|来[水电]|[通供][水电气]/ },
  { act: '赔偿', words: /赔|补偿|承担|报销/ },
  { act: '支付', words: /付|发|结清|结算/ },
  { act: '制止', words: /制止|停|禁止|关|劝|不得|不准|降低|调低|音量|管/ },
  { act: '清理', words: /清|打扫|收[走运]|搬|移|挪|铲/ },
  { act: '救助', words: /救|抢险|医|消防|开锁|灭/ },
  { act: '道歉', words: /道歉/ },
  { act: '更换', words: /换/ },
  { act: '拆除', words: /拆/ },
  { act: '增设', words: /增|装|设|建/ },
  { act: '更正', words: /改|更正|撤销|变更/ },
  { act: '办理', words: /办|登记|申/ },
  { act: '联系', words: /联系|寻|找/ },
  { act: '延长', words: /延|推迟/ },
] as const

export type Act = (typeof acts)[number]['act']
