/** Words that ask (疑问词). 几个 is as often "some" and counts only near the end. */
const asking =
  /什么|怎么|怎样|咋|啥|哪|谁|多少|多久|多大|多远|多长|为何|如何|何时|(?<!免)贵姓|几[点号楼岁]|第几|几(?:[个位天年]|个月|个工作日|个小时|个人)呢?$/
/** The same words where they ask nothing: 没什么, 怎么都, 谁也, 不知道为什么. */
const notAsking =
  /(?:没有?|不是|不|随便|任何)(?:什么|怎么|多少|哪|谁)|(?:什么|怎么|怎样|谁|哪[里儿个怕]?|多少|啥)(?:人|时候|事|样)?[都也]|什么的|不管|无论|不知道|不晓得|不清楚|不明白|没说|搞不懂|告诉[我你您]|给[你您].{0,3}(?:解释|说明)|怎么.{0,4}怎么|怎么.{1,2}[都也]|爱.{0,3}[谁咋]|哪怕|多少有/
/** 是不是 and other questions that offer both answers. */
const choice =
  /是不是|有没有|能不能|可不可以|可以不可以|要不要|会不会|行不行|好不好|对不对|是否|能否|算不算|该不该|用不用|需不需要|方不方便|知不知道|还是(?=.{1,8}$)|了没有?$/
const lookingUp =
  /(?:看看|看一?下|查一?下|核实|确认|核对|了解)(?:一下)?.{0,4}(?:是不是|有没有|能不能|是否|会不会)/
/** 还没修好呢, 正在修呢: the particle states. */
const statingNe = /(?:还没|没有|正在|才|着).{0,6}呢$/
const tag = /(?:是|对|没错|好|可以|行)吧$|[您你].{0,8}[是有在叫姓住要想].*吧$/

/** Whether a clause without marks is a question, by its particle or the words that ask. */
export function isQuestion(clause: string): boolean {
  const words = clause.replace(/[啊呀哦嘛]$/, '')
  if (/[吗么]$/.test(words) && !/什么$|怎么$|这么$|那么$/.test(words)) return true
  if (words.endsWith('呢')) return !statingNe.test(words) || asking.test(words)
  if (words.endsWith('吧')) return tag.test(words) && !/^(?:那就|好|行|就)/.test(words)
  if (/请问|我想问|想问一下|咨询一?下/.test(words) && (asking.test(words) || choice.test(words))) return true
  if (words.startsWith('请问')) return true
  if (choice.test(words)) return !lookingUp.test(words) && !/不管|无论|不知道|不清楚/.test(words)
  return asking.test(words) && !notAsking.test(words)
}
