import { expect, test } from 'vitest'
import type { TicketFields } from '#shared/domain/ticket-fields.ts'
import { hearDialogue } from './small-pack.ts'

/** Names whose characters are explained before, within or after them, and explanations that hold no name. */
const dialogues: readonly (readonly [string, Readonly<Partial<Record<keyof TicketFields, unknown>>>])[] = [
  // The surname was written by its sound, and is put right by what follows.
  ['坐：您贵姓 / 市：唐糖果的糖不对汤水的汤汤敏芝 / 坐：汤女士', { contactName: '汤敏芝' }],
  ['坐：怎么称呼 / 市：虎古月胡胡嘉怡 / 坐：胡女士电话', { contactName: '胡嘉怡' }],
  ['坐：怎么称呼 / 市：我姓余干勾于于海波海浪的海 / 坐：于先生', { contactName: '于海波' }],
  ['坐：您的姓名 / 市：乔麦不是是乔木的乔乔振东振兴的振 / 坐：乔先生', { contactName: '乔振东' }],
  ['坐：贵姓 / 市：我姓冒毛笔的毛毛建英英雄的英 / 坐：毛女士', { contactName: '毛建英' }],
  // The given name comes by itself behind the surname's explanation.
  ['坐：您贵姓 / 市：姓邓邓小平的邓叫永强坚强的强 / 坐：邓先生', { contactName: '邓永强' }],
  ['坐：怎么称呼 / 市：梅梅花的梅晓兰兰花的兰 / 坐：梅女士', { contactName: '梅晓兰' }],
  // Explanations of given characters put them right, in any order.
  ['坐：姓名 / 市：宋佳琪王字旁琪 / 坐：宋女士', { contactName: '宋佳琪' }],
  ['坐：姓名 / 市：郭俊辉光辉的辉英俊的俊 / 坐：郭先生', { contactName: '郭俊辉' }],
  ['坐：姓名 / 市：周子选轩辕的轩 / 坐：周先生', { contactName: '周子轩' }],
  ['坐：姓名 / 市：何文采彩色的彩 / 坐：何女士', { contactName: '何文彩' }],
  ['坐：姓名 / 市：罗国粱栋梁的梁 / 坐：罗先生', { contactName: '罗国梁' }],
  ['坐：您怎么称呼 / 市：董事长的董董浩文浩然正气的浩 / 坐：董先生', { contactName: '董浩文' }],
  // What looks the same and is no given name.
  ['坐：贵姓 / 市：姓高高山流水的高 / 坐：高先生', { contactName: '高先生' }],
  ['坐：贵姓 / 市：姓石石头的石大家都住这里 / 坐：石女士', { contactName: '石女士' }],
  ['坐：贵姓 / 市：姓盛上面一个成下面一个皿 / 坐：盛先生', { contactName: '盛先生' }],
  ['坐：贵姓 / 市：雷雷锋的雷雷师傅 / 坐：雷先生', { contactName: '雷先生' }],
  ['坐：贵姓 / 市：姓游游山玩水的游男的 / 坐：游先生', { contactName: '游先生', gender: '男' }],
  ['坐：贵姓 / 市：姓邹皱纹的皱去掉皮加个耳朵 / 坐：邹女士', { contactName: '邹女士' }],
]

test.each(dialogues)('%s', (words, expected) => {
  const heard = hearDialogue(words)
  for (const [field, value] of Object.entries(expected))
    expect(heard[field as keyof TicketFields]?.value, field).toEqual(value)
})
