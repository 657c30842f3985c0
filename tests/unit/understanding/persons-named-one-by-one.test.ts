import { expect, test } from 'vitest'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { smallPack, turnsOf } from './small-pack.ts'

const understanding = createUnderstanding(smallPack)
const personsIn = (story: string): number | undefined => {
  const lines = story.split('/').map((line) => line.replace(/^市:/, '市民：').replace(/^坐:/, '坐席：'))
  return understanding.understand(turnsOf('市民：我要投诉', ...lines), { startedAt: '2026-11-18T10:20:00' })
    .people?.value
}

const families: Readonly<Record<string, readonly (readonly [number | undefined, string])[]>> = {
  'named one by one': [
    [3, '坐:轿厢里几个人/市:我还有隔壁阿婆再加她牵的小孙子/坐:那就是三位有没有人头晕/市:阿婆有点喘'],
    [3, '坐:车里几个人/市:我跟我老婆还有个三岁的女儿/坐:三个人请打开车窗/市:开了一半'],
    [2, '坐:家里还有谁/市:就我和我九十一岁的老母亲她还在睡'],
    [2, '坐:有没有放三角牌/市:放了人也站到护栏外了就我跟我太太'],
    [4, '坐:屋里几个人/市:我和我爸妈还有我妹'],
    [4, '坐:有几位被困/市:我跟我老公带两个孩子'],
    [2, '市:电梯卡住了/坐:里面还有其他人吗/市:有我和一个邻居'],
  ],
  'with oneself or another': [
    [3, '坐:除了您还有其他同事吗/市:还有两个跟我一样的加我三个'],
    [4, '市:同班还有三个小孩也拉了加我儿子四个'],
    [6, '市:宿舍里五个同学发烧连我六个'],
    [8, '坐:还有别人吗/市:还有七个工友算上我一共八个'],
    [3, '市:我亲眼看到三个穿校服的进网吧'],
  ],
  'nobody counted': [
    [undefined, '坐:什么时候发现的/市:我跟我老婆说好一起去看房'],
    [undefined, '市:我和邻居吵了一架他乱扔垃圾'],
    [undefined, '坐:您建议加多少/市:女厕加到六个男的不用加'],
    [undefined, '坐:号码还差几位/市:还有三位'],
    [undefined, '市:我老婆和我儿子都不喜欢这个物业'],
    [undefined, '市:派了两个人来修也没修好'],
  ],
  'settled after more was said': [
    [29, '坐:一共多少工人/市:三十四个走了五个剩二十九个/坐:那按二十九人登记/市:对'],
    [7, '坐:涉及多少人/市:我知道的有七个听说还有好多/坐:按您知道的七个人/市:是'],
    [31, '坐:多少人没交社保/市:在职的三十一个离职的七八个你写三十一个'],
    [2, '坐:几个人不舒服/市:三个人吃就两个有事我没事'],
    [12, '坐:几个人受伤/市:十个不对十二个'],
    [16, '坐:几个人受影响/市:我们一层十六个人'],
  ],
  'counted in other ways': [
    [5, '坐:被困的有几位/市:大人三个小孩两个/坐:一共五个人对吗/市:对'],
    [6, '坐:多少人打架/市:两边各三个人/坐:一共六人/市:是'],
    [4, '坐:受伤的有几个人/市:四个都送医院了'],
    [23, '市:我们二十三个工友三个月没发工资'],
    [15, '坐:多少人联名/市:十五户/坐:十五个人签名吗/市:对十五个人'],
    [9, '坐:几个人不舒服/市:八个哦不九个老王也拉了'],
    [2, '坐:车上还有谁/市:我带着我儿子'],
    [3, '坐:船上几个人/市:我跟两个朋友'],
    [3, '坐:家里几个人/市:我和我爸妈/坐:三个人都不舒服吗/市:对'],
    [5, '市:一家五口都吃了拉肚子'],
    [2, '市:就我和我同事两个人没发工资'],
    [18, '坐:一共多少人/市:十六个/坐:好的十六人/市:加上我和组长十八个'],
    [40, '坐:涉及多少业主/市:四十户/坐:四十个业主/市:嗯'],
  ],
  'others, or nobody': [
    [undefined, '市:那边三个保安在聊天没人管'],
    [undefined, '坐:您跟谁去的/市:我跟我妈去办的身份证'],
    [undefined, '市:我老公和我一起报的警'],
    [undefined, '市:要排二十个人的队'],
    [undefined, '市:每个班四十五个人太挤了'],
    [undefined, '坐:几点发生的/市:三点我和我女儿在楼下散步看到的'],
    [undefined, '坐:您找过谁/市:我跟我邻居去找过物业经理'],
    [undefined, '市:我和我弟弟分家产的事'],
  ],
}

test.each(Object.entries(families).flatMap(([family, rows]) => rows.map((row) => [family, ...row] as const)))(
  '%s: %s of %s',
  (_, people, story) => {
    expect(personsIn(story)).toBe(people)
  },
)
