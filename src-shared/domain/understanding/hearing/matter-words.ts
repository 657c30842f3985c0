import { oncePerText } from '../../../base/remember.ts'
import { createSpeller } from './spelling.ts'

/** 投述, 头数: s and sh are one sound to many callers, which words of two characters are not folded by. */
const complaint = /[投头][述数术]/g
/** 您的述求是 */
const demand = /[述数素术速塑苏粟][求球]/g

/**
 * The words by which the type, the urgency and the wishes of a caller are known, put right where the recogniser wrote
 * them by sound. Words whose sound is often meant otherwise stay out: 自燃 (自然), 没水 (没睡), 漏气 (楼气), 走失 (走时).
 */
const spell: (text: string) => string = createSpeller([
  ...['投诉', '举报', '建议', '表扬', '感谢', '咨询', '求助', '意见', '锦旗', '点赞', '扰民', '噪音', '退钱'],
  ...['登记', '记录', '受理', '工单', '派单', '转办', '部门', '答复', '备注'],
  ...['保密', '匿名举报', '匿名登记', '匿名投诉', '匿名反映', '告诉', '老板', '知道', '晓得'],
  ...[
    '名字',
    '姓名',
    '身份',
    '街坊',
    '态度',
    '道歉',
    '批评',
    '赔偿',
    '退款',
    '退费',
    '拖欠',
    '欠薪',
    '油烟',
    '违建',
  ],
  ...[
    '着火',
    '起火',
    '冒烟',
    '冒火',
    '爆炸',
    '燃气',
    '天然气',
    '煤气罐',
    '煤气灶',
    '煤气瓶',
    '臭鸡蛋',
    '泄漏',
  ],
  ...[
    '头晕',
    '晕倒',
    '昏迷',
    '昏倒',
    '恶心',
    '流血',
    '受伤',
    '骨折',
    '中毒',
    '吃坏',
    '又拉又吐',
    '上吐下泻',
    '拉肚子',
  ],
  ...[
    '电线',
    '电箱',
    '电梯',
    '停电',
    '没电',
    '停水',
    '停气',
    '热水器',
    '热水',
    '暖气',
    '水管爆',
    '台风',
    '暴雨',
  ],
  ...[
    '跳楼',
    '跳桥',
    '跳河',
    '栏杆',
    '自杀',
    '割腕',
    '被困',
    '困住',
    '溺水',
    '落水',
    '反锁',
    '叫门',
    '摔倒',
    '摔跤',
  ],
  ...[
    '摔了一跤',
    '塌陷',
    '坍塌',
    '倒塌',
    '墙要倒',
    '树倒',
    '裂缝',
    '围墙',
    '外墙',
    '广告牌',
    '砸到',
    '走丢',
    '车窗',
  ],
  ...[
    '井盖',
    '沙井盖',
    '窨井盖',
    '医院',
    '医药费',
    '工资',
    '路灯',
    '修一下',
    '不亮',
    '无证',
    '黑诊所',
    '赌博',
    '传销',
  ],
])

/** A text with the words of types, urgency and wishes put right; its length stays. */
export const spellMatter = oncePerText((text) =>
  spell(text).replace(complaint, '投诉').replace(demand, '诉求'),
)
