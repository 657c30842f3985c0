import { expect, test } from 'vitest'
import { hearDialogue } from './small-pack.ts'

const yes = true
const no = undefined

/** Secrecy and namelessness asked for in roundabout words or settled by the seat, and what only sounds like it. */
const dialogues: readonly (readonly [string, true | undefined, boolean | undefined])[] = [
  // The other party must not learn who it was.
  ['市：查的时候别让店主认出来是哪个家长', yes, no],
  ['市：你们去的时候不要说楼下的人投诉的', yes, no],
  ['市：你得保证别让他们查到我', yes, no],
  ['市：那个队长我认得的我不想他晓得是哪家打的', yes, no],
  ['市：你要答应我不告诉他们', yes, no],
  ['市：可别被他们猜到是哪一户', yes, no],
  ['市：不能叫老板听出来是谁讲的', yes, no],
  ['市：千万不要让人家怀疑到我头上', yes, no],
  ['市：查可以别把我门牌号给物业', yes, no],
  ['市：我的号码不要转给店家', yes, no],
  ['市：你们就说是例行检查好了', yes, no],
  ['市：不好话是工人讲的', yes, no],
  ['市：过来的时候别敲我门问我', yes, no],
  ['市：说了公司就晓得是我通风报信了', yes, no],
  // The seat promises it, in answer or unasked, and nobody declines.
  ['坐：您要保密吗 / 市：你说呢我在他隔壁厂上班 / 坐：好的给您保密', yes, no],
  ['市：厂里有认识我的人嘴巴紧点 / 坐：明白您的信息不会给到厂方 / 市：那就拜托了', yes, no],
  ['市：我不想老板找上门 / 坐：放心不会给商家的 / 市：好', yes, no],
  ['坐：您爱人怎么称呼 / 市：不用叫她名字还是找我就行', no, no],
  ['市：我家就在他楼上电话你们留着就行 / 坐：好的您的信息也不会外传 / 市：那最好', yes, no],
  ['市：抬头不见低头见的你懂的 / 坐：明白我们不会让对方知道是您', yes, no],
  ['市：别的没了 / 坐：好的登记好了对外保密', yes, no],
  // Nothing of the kind.
  ['坐：需要为您保密吗 / 市：保密干什么我不怕他 / 坐：好的那就不保密', no, no],
  ['市：谁举报我的 / 坐：举报人的信息我们是保密的', no, no],
  ['坐：您的信息要不要保密 / 市：没关系', no, no],
  ['坐：我们会为您保密的 / 市：不用保密他们本来就知道是我', no, no],
  ['市：老板让我们不要说是他打的人', no, no],
  ['市：物业说不能把业主的电话给装修队', no, no],
  ['市：他答应不告诉别人结果把我照片发群里了', no, no],
  ['市：别让他们再停车了挡着门', no, no],
  // No name is left.
  ['坐：您贵姓 / 市：这个不行说了公司就知道了 / 坐：那按匿名电话呢 / 市：就这个', no, yes],
  ['坐：怎么称呼 / 市：写匿名住户就行', no, yes],
  ['坐：怎么称呼 / 市：名字空着吧 / 坐：好的', no, yes],
  ['坐：怎么称呼 / 市：随便编个名字 / 坐：好的匿名登记', no, yes],
  ['坐：怎么登记您的姓名 / 市：写路人甲得了', no, yes],
  ['坐：您的姓名是 / 市：我叫闵什么能不能不写名字', no, yes],
  ['市：公司名字就不说了 / 坐：好的', no, no],
  ['市：我实名我怕什么我叫钱学明 / 坐：钱学明先生', no, false],
  ['市：他店里连个名字都不写', no, no],
  ['坐：实名还是匿名 / 市：实名就实名我叫钱小英', no, false],
  // Further words for both.
  ['市：别让人知道是我们三零一打的 / 坐：好', yes, no],
  ['市：要是问起来就说是你们自己巡查发现的', yes, no],
  ['市：我可不想被店家拉黑名字千万别露', yes, no],
  ['市：不要让我房东知道我打过电话', yes, no],
  ['市：这事到你们这就打住别往外说', yes, no],
  ['市：去的时候绕一下别让他一看就知道是我家', yes, no],
  ['市：他要是问谁举报的你们可不能讲', yes, no],
  ['市：我的身份你们得替我捂着', yes, no],
  ['市：老板心眼小被他晓得我就干不下去了', yes, no],
  ['坐：您介意我们把电话给物业吗 / 市：给吧没事 / 坐：好', no, no],
  ['市：我就是要让他们知道是我投诉的', no, no],
  ['市：他们不让我告诉别人这个优惠', no, no],
  ['市：肯定是有人通风报信了他们才跑的', no, no],
  ['市：还有他不能再来敲我的门', no, no],
  ['坐：这个可以不说您贵姓 / 市：姓成', no, no],
  ['坐：怎么称呼 / 市：就写小区居民好了 / 坐：好', no, yes],
  ['坐：您贵姓 / 市：一定要姓名吗能不能就写个业主 / 坐：可以', no, yes],
  ['坐：您贵姓 / 市：姓就免了 / 坐：那匿名处理电话呢 / 市：这个', no, yes],
  ['坐：您贵姓 / 市：我不方便讲我是谁 / 坐：没关系', no, yes],
  ['坐：贵姓 / 市：先匿名吧算了我姓邱不怕 / 坐：邱先生', no, no],
]

test.each(dialogues)('%s', (words, confidential, anonymous) => {
  const heard = hearDialogue(words)
  expect(heard.confidential?.value, 'confidential').toEqual(confidential)
  expect(heard.anonymous?.value, 'anonymous').toEqual(anonymous)
})
