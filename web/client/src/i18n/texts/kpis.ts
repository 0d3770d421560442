import type { Pair } from '..'

/** Figures of the room: the name, and `<id>_is` with the formula as people read it. */
export const kpis = {
  shows: ['Exposures', '曝光次数'],
  shows_is: ['Times the platform showed the room in its stream', '平台把直播间推给用户的次数'],
  views: ['Views', '观看人次'],
  views_is: ['Entries into the room, returns included', '进入直播间的次数，含重复进入'],
  entry_rate: ['Entry rate', '曝光进入率'],
  entry_rate_is: ['Recommended entries ÷ exposures', '自然推荐进入 ÷ 曝光次数'],
  mean_stay: ['Mean stay', '平均停留'],
  mean_stay_is: ['Viewer-seconds ÷ views', '总观看秒数 ÷ 观看人次'],
  interaction_rate: ['Interaction', '互动率'],
  interaction_rate_is: ['Comments, likes and follows ÷ views', '评论、点赞、关注之和 ÷ 观看人次'],
  ctr: ['Click rate', '商品点击率'],
  ctr_is: ['Product clicks ÷ views', '商品点击 ÷ 观看人次'],
  ctor: ['Click to order', '点击成交率'],
  ctor_is: ['Orders ÷ product clicks', '下单 ÷ 商品点击'],
  orders: ['Orders', '订单数'],
  orders_is: ['Orders placed, paid or not', '已下单数，含未付款'],
  gmv: ['GMV', '成交额'],
  gmv_is: ['Live price less discount, summed over orders placed', '下单金额之和，按到手价计'],
  gpm_view: ['GPM', '千次观看成交'],
  gpm_view_is: ['1,000 × GMV ÷ views', '1000 × 成交额 ÷ 观看人次'],
  uv_value: ['Value per view', '单次观看价值'],
  uv_value_is: ['GMV ÷ views', '成交额 ÷ 观看人次'],
  new_followers: ['New followers', '新增粉丝'],
  new_followers_is: ['Follows during the show', '本场新增关注'],
} satisfies Record<string, Pair>
