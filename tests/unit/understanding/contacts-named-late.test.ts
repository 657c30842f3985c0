import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

const number = '一三五零零零零一二三四'

/** Another contact who is named long after the words that hand over, or by a relation alone, and what only looks like it. */
const dialogues: readonly (readonly [string, Readonly<Partial<Record<keyof TicketFields, unknown>>>])[] = [
  // Named while the number is dictated, or after it.
  [
    '坐：您贵姓 / 市：我姓董 / 坐：董女士电话 / 市：我这个快没电了打我爸 / 坐：您父亲的号码 / 市：一三五零 / 坐：一三五零 / 市：零零零 / 坐：嗯 / 市：一二三 / 坐：一二三 / 市：四他姓董叫董国富 / 坐：好的',
    { contactName: '董国富', gender: '男' },
  ],
  [
    `坐：怎么称呼 / 市：姓尹 / 坐：尹先生电话 / 市：换我嫂子的吧 / 坐：您说 / 市：一三五零零零零 / 坐：嗯 / 市：一二三四 / 坐：嫂子怎么称呼 / 市：姓阮阮小芹`,
    { contactName: '阮小芹', gender: '女' },
  ],
  [
    `坐：怎么称呼 / 市：姓钱 / 坐：钱女士电话 / 市：改成我公公的${number} / 坐：好那他怎么称呼 / 市：姓骆骆驼的骆`,
    { contactName: '骆先生', gender: '男' },
  ],
  [
    `坐：您姓什么 / 市：姓方 / 坐：方先生打这个吗 / 市：打我丈母娘的 / 坐：号码 / 市：一三五零零零零 / 坐：好 / 市：一二三四 / 坐：丈母娘贵姓 / 市：姓宁 / 坐：好的`,
    { contactName: '宁女士', gender: '女' },
  ],
  [
    `坐：您贵姓 / 市：姓汤 / 坐：汤女士电话 / 市：记我同事的${number} / 坐：同事叫什么 / 市：他叫祁阳 / 坐：好`,
    { contactName: '祁阳' },
  ],
  // One's other half is of the other sex.
  [
    `坐：您贵姓 / 市：免贵姓柯柯先生 / 坐：电话 / 市：打我老伴的吧她姓卢${number}`,
    { contactName: '卢女士', gender: '女' },
  ],
  [
    `坐：您贵姓 / 市：我姓柯 / 坐：柯女士电话 / 市：留我爱人的他叫段一鸣${number} / 坐：好的`,
    { contactName: '段一鸣', gender: '男' },
  ],
  // Of the caller's own surname.
  [
    `坐：怎么称呼 / 市：我叫简志远 / 坐：简志远先生电话 / 市：打我弟简志高${number} / 坐：好 / 市：联系人就写我弟 / 坐：好的`,
    { contactName: '简志高', gender: '男' },
  ],
  [
    `坐：电话 / 市：留我朋友的他叫骆斌文武斌的斌 / 坐：骆斌先生号码 / 市：${number} / 坐：您本人姓什么 / 市：我姓骆骆驼那个`,
    { contactName: '骆斌', gender: '男' },
  ],
  // A neighbour, a head of a shop floor.
  [
    `坐：贵姓电话 / 市：我姓岑你打我邻居梅姨${number} / 坐：梅女士是吧 / 市：对`,
    { contactName: '梅女士', gender: '女' },
  ],
  [
    `坐：联系谁 / 市：找我们车间主任他叫向东方向的向 / 坐：向东先生的号码 / 市：${number}`,
    { contactName: '向东', gender: '男' },
  ],
  [
    `坐：称呼电话 / 市：我姓葛打我隔壁铺位的${number} / 坐：隔壁那位怎么叫 / 市：姓卫 / 坐：卫先生对吧 / 市：对`,
    { contactName: '卫先生', gender: '男' },
  ],
  // The name put right, and read back.
  [
    `坐：您贵姓 / 市：姓应 / 坐：应先生电话 / 市：打我女朋友的${number}她叫沈圆不是沈媛 / 坐：沈媛 / 市：对`,
    { contactName: '沈媛', gender: '女' },
  ],
  // Taken back, or only told of.
  [
    `坐：您贵姓 / 市：姓钱 / 坐：钱女士电话 / 市：打我老公的 / 坐：号码 / 市：他叫段刚算了还是打我的这个来电 / 坐：好`,
    { contactName: '钱女士', gender: '女' },
  ],
  [
    `市：我爸摔了他叫董国富 / 坐：您怎么称呼 / 市：我姓董董小燕 / 坐：董小燕女士电话 / 市：打这个`,
    { contactName: '董小燕', gender: '女' },
  ],
  [
    `坐：您贵姓 / 市：姓韦 / 坐：韦女士电话 / 市：${number}别打我老公他叫段刚在开会`,
    { contactName: '韦女士', gender: '女' },
  ],
  [
    `市：我打给我们经理他姓孔不理我 / 坐：您贵姓 / 市：姓韦 / 坐：韦先生电话 / 市：${number}`,
    { contactName: '韦先生', gender: '男' },
  ],
  [
    `坐：患者姓名 / 市：我爸叫苟德全 / 坐：您本人怎么称呼 / 市：我是他女儿苟丽丽打我手机${number} / 坐：好`,
    { contactName: '苟丽丽', gender: '女' },
  ],
  // Asked for by the relation, or handed over with words around it.
  [
    `坐：您贵姓 / 市：我姓邝 / 坐：邝先生电话留哪个 / 市：留我堂哥的${number} / 坐：堂哥的名字 / 市：邝世荣光荣的荣 / 坐：好的邝世荣`,
    { contactName: '邝世荣', gender: '男' },
  ],
  [
    `坐：您怎么称呼 / 市：我姓谌你们联系我女儿她在广州姓赵叫赵敏${number}`,
    { contactName: '赵敏', gender: '女' },
  ],
  [
    `坐：怎么称呼您 / 市：我叫佟芳 / 坐：佟女士联系电话 / 市：我下周出国你们打给我先生他姓项项羽的项 / 坐：项先生的电话 / 市：${number}`,
    { contactName: '项先生', gender: '男' },
  ],
  [
    `坐：怎么联系 / 市：联系人写我外甥女尤佳${number} / 坐：尤佳女士对吗 / 市：对`,
    { contactName: '尤佳', gender: '女' },
  ],
  [
    `坐：您贵姓 / 市：姓晏 / 坐：晏女士 / 市：对了我不识字电话你打我徒弟的叫薄志刚${number}`,
    { contactName: '薄志刚' },
  ],
  [
    `坐：称呼 / 市：我叫卞小苗苗条的苗 / 坐：卞小苗女士电话 / 市：写我妈的吧${number} / 坐：妈妈姓名 / 市：丁桂香桂花的桂香味的香`,
    { contactName: '丁桂香', gender: '女' },
  ],
  [
    `坐：您贵姓 / 市：我姓苗 / 坐：苗女士电话 / 市：本来想留我老公的他叫曲波他忙还是留我的${number}`,
    { contactName: '苗女士', gender: '女' },
  ],
  [
    `坐：怎么称呼 / 市：我叫瞿颖不对我写我爱人的名字吧他叫邓超${number} / 坐：邓超先生`,
    { contactName: '邓超', gender: '男' },
  ],
]

test.each(dialogues)('%s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
