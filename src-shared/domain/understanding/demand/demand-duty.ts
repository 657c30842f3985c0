import type { Wish } from './demand-wish.ts'
import type { Line } from '../hearing/hearing.ts'
import { wishText } from './wish-text.ts'

/** What is told of that calls for something to be done, and the demand that it makes. */
export interface Duty {
  readonly pattern: RegExp
  readonly demand: (match: RegExpExecArray, line: string) => string
}

/** The demand that the first of some kinds makes, wherever in the call it is told. */
export function dutyIn(told: readonly Line[], kinds: readonly Duty[]): Wish | undefined {
  for (const { pattern, demand } of kinds)
    for (const line of told) {
      const text = wishText(line.text)
      const match = pattern.exec(text)
      if (match !== null) return { value: demand(match, text), line, start: match.index, confidence: 0.65 }
    }
  return undefined
}

/** A demand and, in brackets, what it is about. */
export const about = (demand: Wish, clause: Wish | undefined): Wish =>
  clause === undefined
    ? demand
    : { ...demand, value: `${demand.value.replace(/赔$/, '赔偿')}（${clause.value}）` }

/** 没有人来抽: what nobody has come to do. */
export const nobodyCame: readonly Duty[] = [
  {
    pattern:
      /没(?:有)?(?:一个|个)?人(?:过?来|去)?(抽水?|修|清理?|清走|收|运|拆|搬|扫|救|处理|疏通|打扫|拖走|捞|补|换|管理?|维护|消毒|剪)/,
    demand: (match) =>
      `要求派人来${match[1] ?? ''}`
        .replace(/抽$/, '抽水')
        .replace(/管理?$/, '处理')
        .replace(/[修清]$/, '$&理'),
  },
]

/** Those whom others call for. */
export const person =
  '(?:小孩子?|小朋友|孩子|婴儿|宝宝|儿子|女儿|孙子|孙女|老人家?|老太太|老伯|阿伯|阿婆|奶奶|爷爷|外婆|外公|妈妈?|爸爸?|老公|老婆|工人|同事|业主|邻居|男的|女的)'
