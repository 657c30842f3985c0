/** How words of danger are meant: of now, or denied, feared, over, past or by way of comparison. */
export type Stance = 'present' | 'denied' | 'feared' | 'over' | 'past' | 'figurative' | 'other'

const deniedBefore =
  /(没有?|不是|不会|未|并没|不存在|没有发生|别|没人|没有人|没得|不用怕|不像|冇|无|唔系|并非|又不是|谈不上)(什么|任何|出现|闻到|听说|看到|说|过|人|再|有)?$/
/** 打架没有: the word first, and that there was none. */
const deniedAfter = /^(?:倒是?|就|是|呢)?没有(?!人|办法|处理|停|消|散|灭|来|解决|修|关|救|动|反应)/
const feared =
  /(怕|担心|万一|要是|如果|假如|假设|会不会|容易|可能会?|预防|防止|避免|以免|有没有|是不是会|迟早|早晚|怎么(预防|处理)|防|有.{0,2}隐患|哪天|等到|等(?=.{0,3}(出|着|掉|砸))|难道要|非要|再这样|再不|总有一天|搞不好|说不定|引起|引发|造成|导致|真要|一旦|不小心|出了事|要不然|不然)[^，]{0,9}$/
const resolvedAfter =
  /^(了|的事|的)?(现在|后来|都|也|就|已经)*好了|^.{0,6}(已经?.{0,4}(修好|休好|解决|好了|处理|恢复|来了|灭了|救出来|赔)|修好了|恢复了|灭了|没事了|解决了|(怎么|咋)办.{0,4}(万一|假如|的话))|^.{0,8}(后来|最后).{0,8}(出来|救|好了|没事|解决)/
const otherSense =
  /^(费|表|器|卡|单|演练|预案|证|险|保险|补贴|通知的?(短信|时间)|处罚|赔偿标准|隐患|宣传|报警器|的?(新闻|视频|规定|电话|标准|培训|风险|可能))/
const pastBefore = /(上次|之前|以前|去年|前年|上回|曾经|当时|那次|那年|早几年)(?!.{0,6}(开始|起|到现在|以来))/
const datedBefore =
  /(上个?(月|周|星期|礼拜)|前段时间|前(几|两|一)?(天|周|月|年)|[一二三四五六七八九十]月)(?!.{0,6}(开始|起|到现在|以来))/
/** Words that bring what was told back to now. */
export const nowMarkers = /现在|又|还(是|在|没)|正在|今天|今早|刚才|刚刚|目前|这会儿|再次|今晚|一直|依家/

/** 跟抢劫一样, 比火灾还吓人: likened to a danger. What a smell is like (像臭鸡蛋一样) tells of one. */
const likened = /(跟|如同|等于|等同|相当于|堪比|简直(是|就是)|好比|差不多是|比)[^，]{0,5}$/
const likenedAfter = /^[^，]{0,5}(一样|似的|没(什么)?(两样|区别)|还(吓人|恐怖|惨|夸张|厉害))/
/** 我要爆炸了, 血压都要爆了, 肺都气炸: what people say of themselves in a rage. */
const selfInRage =
  /(我|人|头|脑袋|脑子|脑壳|肺|血压|心脏|心态|脾气|肚皮|群里?|手机|电话|微信|朋友圈|评论区)(也|都|真的?|简直|快|就|会|要|得|给|被|整个人|一下子|差点|你们?|他们?)*(气|急|吓|烦|搞|逼)?(得|到)?(都|要|快|就|会)*$/
/** 气得要晕, 饿得快昏过去, 吵得我想跳楼, 被他气晕: by how much, not what happened. Heat and fumes do make people faint. */
const byHowMuch =
  /(气|急|吓|烦|恶心|饿|困|累|笑|吵|闹|臭|折腾|激动|郁闷)(得|到|死)?(我|人|都|真的?)*(要|快|想|差点|恨不得)+(没)?(被他?|给)?(气|吓)?$|(被|给).{0,4}(气|吓|烦|恶心)(得|到)?(要|快|差点|都)*$/
const rage =
  /气|急|吓|烦|恶心|疯|崩溃|受不了|无语|恐怖|笑死|郁闷|过分|离谱|十万火急|抓狂|尴尬|丢人|丢脸|热死|等得/
const bodily = /^(爆|炸|晕|昏|云|中风|心脏病|吐血|抽搐|休克|流血|喘不)/

/** Reads how the words from `start` to `end` of a line are meant. An event (a fire) of last week is over, a missing cover is not. */
export function stanceOf(text: string, start: number, end: number, isEvent: boolean): Stance {
  const before = text.slice(Math.max(0, start - 16), start)
  const after = text.slice(end)
  if (deniedBefore.test(before) || deniedAfter.test(after)) return 'denied'
  if (feared.test(before)) return 'feared'
  if (otherSense.test(after)) return 'other'
  if (resolvedAfter.test(after)) return 'over'
  if (isFigurative(text, start, end)) return 'figurative'
  const past = pastBefore.test(before) || (isEvent && datedBefore.test(before))
  return past && !nowMarkers.test(before) ? 'past' : 'present'
}

function isFigurative(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end)
  const before = text.slice(Math.max(0, start - 14), start)
  if (likenedAfter.test(text.slice(end)) && !/臭鸡蛋|味/.test(words)) return true
  if (likened.test(before) && !/漏|味|断|塌|倒/.test(words)) return true
  const around = text.slice(Math.max(0, start - 14), end + 10)
  if (/^(爆|炸|晕|昏|云|跳|不想活|想不开|自杀)/.test(words) && byHowMuch.test(before)) return true
  return bodily.test(words) && selfInRage.test(before) && (rage.test(around) || /^[爆炸]/.test(words))
}
