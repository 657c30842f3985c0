/** 退单: why a unit may send a ticket back. */
export const returnReasons = ['属地不符', '权属不清', '职能交叉'] as const
