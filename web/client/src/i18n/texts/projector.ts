import type { Pair } from '..'

export const projector = {
  join: ['Join with this code', '用班级码加入'],
  at: ['at {url}', '打开 {url}'],
  here: ['{n} person is here | {n} people are here', '已到 {n} 人'],
  seats: ['{taken} of {all} seats taken', '已坐 {taken}/{all} 席'],
  waiting: ['The show begins when the teacher starts', '教师开始后开播'],
  rank: ['Rank', '名次'],
  team: ['Team', '队伍'],
  online: ['Online', '在线'],
  orders: ['Orders', '订单'],
  gmv: ['GMV', '成交额'],
  net: ['after returns', '扣除退款后'],
  line: ['GMV over time', '成交额走势'],
  stale: ['Numbers are {s} s old', '数据停在 {s} 秒前'],
  frozen: ['The board is frozen until the end', '排名已冻结，结束后公布'],
  full: ['Full screen', '全屏'],
  ended: ['The class is over', '实训结束'],
} satisfies Record<string, Pair>
