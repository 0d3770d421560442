import type { Pair } from '..'

/** Why something was refused, by code; `<code>_fix` says what would pass. */
export const refusals = {
  no_connection: ['The server does not answer.', '服务器没有响应。'],
  no_connection_fix: ['Check the network and try again.', '请检查网络后重试。'],
  bad_answer: ['The server answered with something unreadable.', '服务器返回的内容无法识别。'],
  outbox_full: ['{limit} actions are waiting already.', '已有 {limit} 个操作在等待发送。'],
  outbox_full_fix: ['Wait until the line is back.', '请等待网络恢复。'],
  revoked: ['This seat was handed to somebody else.', '这个席位已交给其他人。'],
} satisfies Record<string, Pair>
