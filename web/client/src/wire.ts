// Written by `python -m web.wire` from the server's types. Do not edit.
// Money is in minor units, time in seconds of the run, ratios in parts per million; null is "not known", never zero.

/** Where the run is. */
export interface Clock {
  now: number
  /** `prepare`, `live`, `market`, `settling` or `over`. */
  stage: string
  show_starts: number
  show_ends: number
  play_ends: number
  /** 0 on the day of the show, then 1, 2, 3 ... */
  day: number
  /** UTC date and time in the market, `2025-10-19T00:05Z`. */
  market_time: string
}

/** Who sits where. */
export interface SeatState {
  seat: string
  /** Subject id, `bot:<policy>` or empty for autopilot. */
  holder: string
  last_action_at: number | null
  accepted: number
  refused: number
}

/** Something that needs this seat. */
export interface Alert {
  alert: string
  subject_id: string
  since: number
}

/** One text in both languages. */
export interface Text {
  en: string
  zh: string
}

/** Something this seat (or the team) is asked to do. */
export interface TaskLine {
  id: string
  title: Text
  /** Never shown in an exam. */
  hint: Text | null
  /** Deadline in seconds of the run; 0 for none. */
  by: number
  done_at: number | null
}

/** What everybody sees. */
export interface Common {
  clock: Clock
  currency: string
  languages: string[]
  seats: SeatState[]
  alerts: Alert[]
  tasks: TaskLine[]
  /** Announcement of a shock, if one is running. */
  notice: Text | null
}

/** The room in four numbers. */
export interface RoomLine {
  is_live: boolean
  online: number
  views: number
  orders: number
  pinned: string
}

/** How the product is drawn: a kind of our own small parametric SVGs, and its colours. */
export interface Drawing {
  kind: string
  color: string
  accent: string
}

/** A product as the room sees it. */
export interface ProductCard {
  sku: string
  name: Text
  drawing: Drawing
  /** Live price: flash price if one runs. */
  price: number
  list_price: number
  reference_price: number
  /** Units shown as available. */
  visible: number
  on_sale: boolean
}

/** A selling point on the card. */
export interface PointLine {
  id: string
  phase: string
  text: Text
  said: boolean
}

/** One step of a planned pitch. */
export interface PitchPhase {
  phase: 'close' | 'demo' | 'hook' | 'offer' | 'pain' | 'qa' | 'trust'
  /** (5 to 900) */
  seconds: number
}

/** One product of the run-of-show. */
export interface RundownLine {
  sku: string
  name: Text
  seconds: number
  pitch: PitchPhase[]
  /** `done`, `now`, `next` or `later`. */
  state: string
}

/** A comment nobody has answered yet, or one of the last answered. */
export interface CommentLine {
  id: string
  kind: string
  phrase: number
  language: string
  country: string
  sku: string
  at: number
  /** `open`, `answered`, `missed`, `hidden` or `handed`. */
  state: string
}

/** A coupon that is out. */
export interface CouponLine {
  id: string
  sku: string
  amount: number
  minimum: number
  left: number
  until: number
}

/** Offers that are running. */
export interface Offers {
  coupons: CouponLine[]
  /** (sku, price, until). */
  flash: [string, number, number][]
  /** 0 when no lucky bag is open. */
  bag_until: number
}

/** The prompter. */
export interface AnchorView {
  common: Common
  room: RoomLine
  now: ProductCard | null
  phase: string
  phase_seconds: number
  phase_planned: number
  /** True while the rundown runs itself because nobody spoke. */
  automatic: boolean
  points: PointLine[]
  rundown: RundownLine[]
  comments: CommentLine[]
  comments_per_minute: number
  orders_last_minute: number
  reply_share_ppm: number | null
  intensity_ppm: number
  /** (second, cue), newest first. */
  cues: [number, string][]
  offers: Offers
  penalty_points: number
}

/** A product in the table of operations. */
export interface ProductRow {
  card: ProductCard
  role: string
  floor_price: number
  available: number
  clicks: number
  orders: number
  gmv: number
  rating: number
  reviews: number
}

/** A way to deliver. */
export interface ServiceOption {
  id: string
  country: string
  channel: string
  incoterm: string
  node: string
  fee_charged: number
  promise_days: number
  cost_estimate: number
  chosen: boolean
  /** Days promised now, if chosen. */
  promise_chosen: number
}

/** A refund that waits for operations. */
export interface ApprovalRow {
  ticket: string
  label: number
  amount: number
  kind: string
}

/** One number of the catalogue in two windows. */
export interface Kpi {
  id: string
  total: number | null
  last5: number | null
  /** `count`, `money`, `ppm` or `seconds`. */
  unit: string
  /** Second up to which it counts: the age of the number. */
  at: number
}

/** Half a minute of the room. */
export interface TrendPoint {
  at: number
  online: number
  gmv: number
  orders: number
}

/** An event to mark on every chart. */
export interface Marker {
  at: number
  /** `pin`, `coupon`, `flash`, `bag`, `boost`, `teaser`, `shock`, `penalty`, `stock`. */
  kind: string
  label: string
}

/** A warehouse. */
export interface NodeRow {
  node: string
  country: string
  backlog: number
  packs_per_hour: number
  overtime: boolean
  /** Free units by sku. */
  stock: Record<string, number>
}

/** An order on its way. */
export interface OrderRow {
  id: string
  label: number
  country: string
  sku: string
  state: string
  /** Second of the last milestone. */
  at: number
  promise_at: number
  service: string
  value: number
  held_reason: string
}

/** The whole shop with thirty seconds of lag in the room's numbers. */
export interface OperationsView {
  common: Common
  room: RoomLine
  kpis: Kpi[]
  trend: TrendPoint[]
  markers: Marker[]
  /** `up`, `flat` or `down`. */
  pool: string
  products: ProductRow[]
  rundown: RundownLine[]
  offers: Offers
  comments: CommentLine[]
  services: ServiceOption[]
  nodes: NodeRow[]
  order_states: Record<string, number>
  /** The thirty most urgent open ones: held first, then by promise. */
  orders: OrderRow[]
  approvals: ApprovalRow[]
  cash: number
  /** Foreign money at hand, by currency. */
  balances: Record<string, number>
  penalty_points: number
}

/** What one unit costs until it is at the buyer's door. */
export interface LandedCost {
  country: string
  service: string
  currency: string
  goods: number
  carriage: number
  duty: number
  vat: number
  fees: number
  /** All five in the shop's currency. */
  total: number
  /** List price less platform fee less `total`, tax at sale left out. */
  margin: number
  rules: string[]
}

/** A product as the selection seat sees it. */
export interface SelectionRow {
  card: ProductCard
  role: string
  unit_cost: number
  floor_price: number
  grams: number
  battery: boolean
  rating: number
  reviews: number
  clicks: number
  orders: number
  returns: number
  stock: Record<string, number>
  hs6_declared: string
  /** (code, description). */
  hs_choices: [string, string][]
  /** (quality, fit) in ppm, within ten points; None before a sample. */
  sample: [number, number] | null
  /** Everything that could stand on the card; `said` means it stands there now. */
  points: PointLine[]
  landed: LandedCost[]
}

/** Goods, costs and cards. */
export interface SelectionView {
  common: Common
  room: RoomLine
  products: SelectionRow[]
  nodes: NodeRow[]
  cash: number
}

/** Viewers by source. */
export interface SourceRow {
  source: string
  last5: number
  total: number
}

/** The paid boost. */
export interface BoostRow {
  running: boolean
  budget: number
  spent: number
  until: number
  cpm: number
  impressions: number
  entries: number
  /** Attributed sales over spend, ten minutes late; None before. */
  reported_roas_ppm: number | null
}

/** A short video. */
export interface TeaserRow {
  at: number
  sku: string
  hook: string
  entries: number
}

/** Where people come from and what they cost. */
export interface TrafficView {
  common: Common
  room: RoomLine
  sources: SourceRow[]
  kpis: Kpi[]
  trend: TrendPoint[]
  markers: Marker[]
  boost: BoostRow
  teasers: TeaserRow[]
  products: ProductCard[]
  notified: boolean
  followers: number
  cash: number
}

/** A ticket in the inbox. */
export interface TicketRow {
  id: string
  label: number
  kind: string
  phrase: number
  country: string
  language: string
  opened_at: number
  due: number
  first_reply_at: number | null
  /** `open`, `answered`, `waiting_approval`, `reopened` or `closed`. */
  state: string
  category: string
  order: OrderRow | null
  value: number
  contacts: number
  overdue: boolean
}

/** A notice to the buyers of a country. */
export interface NoticeRow {
  at: number
  country: string
  cause: string
  extra_days: number
}

/** Inbox first. */
export interface ServiceView {
  common: Common
  room: RoomLine
  /** Open ones in the order of the queue policy, then the ten last closed. */
  tickets: TicketRow[]
  open_count: number
  overdue_count: number
  first_reply_p50: number | null
  first_reply_p90: number | null
  /** Mean of 1 to 5 in ppm of a point. */
  csat_ppm: number | null
  comments: CommentLine[]
  auto_notify: boolean
  queue: string
  refund_limit: number
  notices: NoticeRow[]
  macros: string[]
  /** What the products are called, by sku. */
  names: Record<string, Text>
}

/** Everything about one team, the hidden things too. */
export interface InstructorView {
  common: Common
  room: RoomLine
  kpis: Kpi[]
  trend: TrendPoint[]
  markers: Marker[]
  pool_level_ppm: number
  energy_ppm: number
  quality_ppm: number
  gmv: number
  gmv_expected: number
  order_states: Record<string, number>
  tickets_open: number
  cash: number
  penalty_points: number
  shocks: [number, string][]
  ledger_balanced: boolean
}

/** One team on the projector: no names of people, no strategy. */
export interface BoardLine {
  online: number
  orders: number
  gmv: number
  gmv_net: number
  currency: string
  clock: Clock
}

/** What came after: the end of a run. */
export interface ResultView {
  clock: Clock
  currency: string
  gmv: number
  gmv_expected: number
  orders: number
  contribution: number
  /** Contribution less what unsold stock has lost. */
  worth: number
  /** Worth that counts as passed, if the scenario sets one. */
  pass_mark: number | null
  order_outcomes: Record<string, number>
  kpis: Kpi[]
  trend: TrendPoint[]
  markers: Marker[]
  cash: number
  rating: Record<string, number>
  events: number
  /** What the products are called, by sku. */
  names: Record<string, Text>
  digest: string
}

/** Why something was refused. Screens translate by `code` and `facts`. */
export interface ErrorDetail {
  code: string
  message: string
  facts: Record<string, unknown>
}

/** Body of every answer with a status of 400 or more. */
export interface ErrorBody {
  error: ErrorDetail
}

/** Somebody, as others in the class see them. */
export interface PersonLine {
  id: string
  /** Empty for a guest who has not said one. */
  name: string
  kind: 'assessor' | 'enterprise' | 'guest' | 'mentor' | 'student' | 'teacher'
}

/** A seat this browser may play. */
export interface MySeat {
  run: string
  class_id: string
  team: string
  seat: 'anchor' | 'operations' | 'selection' | 'service' | 'traffic'
}

/** The person behind a browser; all None before signing in. */
export interface Viewer {
  id: string | null
  name: string | null
  kind: 'assessor' | 'enterprise' | 'guest' | 'mentor' | 'student' | 'teacher' | null
}

/** Answer of `GET /api/me`. */
export interface Me {
  person: Viewer
  /** For `X-BC-CSRF` of every request but GET, and for `auth.csrf` of the socket. Changes on signing in. */
  csrf: string
  seats: MySeat[]
  /** Ids of the classes this person belongs to. */
  classes: string[]
  language: string
}

/** A scenario one can choose. */
export interface ScenarioLine {
  id: string
  version: number
  title: Text
  brief: Text
  mode: string
  minutes: number
  level: string
}

/** The scenario of a class. */
export interface ScenarioHead {
  id: string
  version: number
  title: Text
  mode: string
}

/** A seat of a team. */
export interface SeatInfo {
  seat: 'anchor' | 'operations' | 'selection' | 'service' | 'traffic'
  holder: PersonLine | null
  /** Who plays while nobody holds the seat; None while somebody does. */
  bot: 'autopilot' | 'average' | 'expert' | 'weak' | null
  online: boolean
}

/** A team of a class and its run. */
export interface TeamInfo {
  id: string
  name: string
  run: string
  seats: SeatInfo[]
}

/** A link that puts whoever opens it first into a seat. A used link is replaced by a new one. */
export interface SeatLink {
  team: string
  seat: 'anchor' | 'operations' | 'selection' | 'service' | 'traffic'
  url: string
}

/** Links that only the teacher sees. */
export interface ClassLinks {
  projector: string
  seats: SeatLink[]
}

/** A class, as lobby, teacher page and projector show it. */
export interface ClassInfo {
  id: string
  name: string
  code: string
  scenario: ScenarioHead
  state: 'ended' | 'lobby' | 'paused' | 'running'
  speed: number
  /** SHA-256 of the secret that all teams of the class share; the secret is shown when all have ended. */
  commitment: string
  /** `parallel`: each team has a market of its own, all alike; `shared`: all compete in one. */
  market: 'parallel' | 'shared'
  teams: TeamInfo[]
  /** Everybody who joined, in the order of joining. */
  members: PersonLine[]
  join_url: string
  join_qr_svg: string
  /** Addresses of this server on the local network. */
  addresses: string[]
  /** Teacher only. */
  links: ClassLinks | null
}

/** What one team's run said to a shock. */
export interface ShockAnswer {
  team: string
  ok: boolean
  code: string
  message: string
}

/** A link for somebody of another trade. */
export interface Invitation {
  url: string
  /** Seconds since 1970. */
  expires: number
}

/** Something that happened and that this viewer may know. */
export interface FeedLine {
  /** 1, 2, 3 ... per viewer, without a gap; a gap means `resync`. */
  n: number
  at: number
  type: string
  data: Record<string, unknown>
  seat: string
}

/** A stretch of the feed, without a gap. */
export interface FeedPart {
  /** Number of the first line. */
  from: number
  events: FeedLine[]
}

/** Answer to `watch` and `resync`. */
export interface WatchAck {
  ok: true
  version: number
  /** The seat's view; `{teams: {teamId: InstructorView}}` for the teacher; None in the lobby. */
  view: unknown
  feed: FeedPart
  /** Hash of the last log entry that is on disk. */
  head: string
  /** False: this seat is played from another window; `use_here` takes it. */
  writer: boolean
  paused: boolean
  speed: number
  /** Stage of the run, or `lobby` before it starts. */
  stage: string
}

/** The command is on disk. */
export interface CommandAck {
  ok: true
  cmd_id: string
  entry: number
  seq: number
  head8: string
}

/** The typed no to any socket event. `facts.retry_ms` says when to try again, where trying again helps. */
export interface Refusal {
  ok: false
  code: string
  message: string
  facts: Record<string, unknown>
  cmd_id: string
}

/** `view`: what changed, by top-level key. Apply it only if `base` is your version, else `resync`. */
export interface ViewPush {
  /** Empty for the teacher's view of a class. */
  run: string
  seat: string
  version: number
  base: number
  /** Key to new value. The teacher's only key is `teams`; its `{teamId: InstructorView}` replaces those teams. */
  patch: Record<string, unknown>
  now: number
  class_id: string
}

/** `feed`: new lines. */
export interface FeedPush {
  run: string
  seat: string
  /** Number of the first line. */
  from: number
  events: FeedLine[]
}

/** A team on the projector. */
export interface BoardTeam {
  team: string
  name: string
  /** A BoardLine; None before the start. */
  line: unknown
  rank: number
}

/** `board`: the projector's table. */
export interface BoardPush {
  class_id: string
  teams: BoardTeam[]
  frozen: boolean
}

/** `control`: the teacher's clock. */
export interface ControlPush {
  class_id: string
  state: 'ended' | 'lobby' | 'paused' | 'running'
  speed: number
}

/** `fault`: the disk refuses. Everything up to `safe_entry` is safe; nothing later was confirmed. */
export interface FaultPush {
  run: string
  safe_entry: number
  recovered: boolean
}

/** `lease`: whether this window may act in the seat. */
export interface LeasePush {
  run: string
  seat: string
  writer: boolean
}

/** `revoked`: this browser no longer holds the seat (`run` and `seat` empty: it is signed out). */
export interface RevokedPush {
  reason: string
  run: string
  seat: string
}

/** Change the list price of a product, at most once a minute each. */
export interface SetPrice {
  sku: string
  /** (1 to 10000000000) */
  price: number
}

/** Change the list price by a share of itself: the intent behind "8 % off", which replays in another world too. */
export interface ChangePrice {
  sku: string
  /** (-700000 to 2000000) */
  change_ppm: number
}

/** Say what a product is for tonight: draw people, sell in numbers, earn, or give away. */
export interface AssignProductRole {
  sku: string
  role: 'activity' | 'hero' | 'profit' | 'traffic'
}

/** Choose which selling points stand on the anchor's card. Unread or wrong cards lower the talk. */
export interface WriteFactSheet {
  sku: string
  points: string[]
}

/** Declare a product under a heading of the Harmonized System. */
export interface ClassifyHs {
  sku: string
  hs6: string
  reason: 'function' | 'material' | 'part' | 'set'
}

/** Buy a sample: shows quality and fit within ten points. Costs 30 in the shop's currency. */
export interface RequestSample {
  sku: string
}

/** Take a product off sale. */
export interface DelistProduct {
  sku: string
}

/** Put a product back on sale. */
export interface RelistProduct {
  sku: string
}

/** Pin one product on screen (讲解), replacing the one that is there; a new pitch begins. */
export interface PinProduct {
  sku: string
}

/** Take the pinned product off the screen. */
export interface UnpinProduct {
}

/** One product in the run-of-show. */
export interface RundownItem {
  sku: string
  pitch: PitchPhase[]
}

/** Replace what comes next in the run-of-show. */
export interface SetRundown {
  items: RundownItem[]
}

/** Operations asks the anchor for something: shown on the prompter, counted in the review. */
export interface CuePhase {
  cue: 'answer_comments' | 'next_product' | 'push_offer' | 'slow_down' | 'speed_up' | 'wrap_up'
}

/** Begin a phase of the pitch on the pinned product. */
export interface SpeakPhase {
  phase: 'close' | 'demo' | 'hook' | 'offer' | 'pain' | 'qa' | 'trust'
  /** For policies only: a person's quality comes from beats and text. */
  talk_quality_ppm?: number | null
}

/** Say one selling point of the pinned product (a beat). */
export interface MakePoint {
  point: string
  language?: string
}

/** What the analyser found in a spoken or written text; the text itself lies beside the log. */
export interface Utterance {
  language: string
  /** Words, or characters divided by 1.7 for Chinese. (0 to 10000000) */
  words: number
  /** Selling points of the pinned product that were covered. */
  points: string[]
  tags: ('absolute' | 'false_discount' | 'false_scarcity' | 'medical' | 'off_platform' | 'origin')[]
  greets: boolean
  addresses_question: boolean
  /** Name and version of the analyser, so that anyone may extract again. */
  analyser: string
  /** Keyed hash of the original. */
  text_hash: string
}

/** Say something in free words. */
export interface Say {
  utterance: Utterance
}

/** How excited the anchor is: 0 flat, 1,000,000 shouting. */
export interface SetIntensity {
  /** (0 to 1000000) */
  intensity_ppm: number
}

/** Answer one comment, in words or with a prepared answer. */
export interface ReplyComment {
  comment: string
  answer: 'later' | 'price' | 'reassure' | 'shipping' | 'spec' | 'thank'
  utterance?: Utterance | null
}

/** Hide a comment, or hand it to the service seat. */
export interface ModerateComment {
  comment: string
  action: 'hand_over' | 'hide'
}

/** Say how many are left, or how long the offer lasts: true claims create urgency, false ones cost trust. */
export interface ClaimScarcity {
  /** (0 to 10000000) */
  units_left: number
}

/** Ask the room for something. */
export interface CallToAction {
  action: 'cart' | 'comment' | 'follow'
}

/** Take back a forbidden claim within a minute: halves the points. */
export interface CorrectClaim {
}

/** Show more units of a product as available. */
export interface ReleaseStock {
  sku: string
  /** (1 to 10000000) */
  units: number
}

/** A flash price (秒杀) on a product for some minutes. */
export interface StartFlash {
  sku: string
  /** (1 to 10000000000) */
  price: number
  /** (60 to 900) */
  seconds: number
}

/** A coupon for everybody in the room, on one product or on all. */
export interface IssueCoupon {
  sku?: string | null
  /** (1 to 10000000000) */
  amount: number
  /** Order value from which it counts. (0 to 10000000000) */
  minimum: number
  /** (1 to 10000000) */
  copies: number
  /** (60 to 3600) */
  seconds: number
}

/** A lucky bag (福袋): draws freebie hunters and holds people while it runs. */
export interface StartLuckyBag {
  /** (1 to 50) */
  prizes: number
  /** (180 to 600) */
  seconds: number
}

/** Buy impressions of the room for the next minutes. */
export interface BoostRoom {
  /** (1 to 10000000000) */
  amount: number
  /** (5 to 60) */
  minutes: number
}

/** Stop the paid boost; what is not spent stays. */
export interface StopBoost {
}

/** Tell the followers that the room is live, once a day. */
export interface NotifyFollowers {
}

/** Post a short video that leads to the room. */
export interface PostTeaser {
  sku: string
  hook: 'behind_scenes' | 'price' | 'problem' | 'result'
}

/** End the broadcast now. */
export interface EndShow {
  reason: 'emergency' | 'no_show' | 'planned'
}

/** Choose how orders of one country are sent from now on, and what is promised. */
export interface SetShipping {
  country: string
  service: string
  /** (1 to 60) */
  promise_days: number
  /** Only this product; every product without an own choice if empty. */
  sku?: string | null
}

/** Send units from one node to another by air. */
export interface TransferStock {
  sku: string
  origin: string
  destination: string
  /** (1 to 10000000) */
  units: number
}

/** Let a warehouse pack more per hour at a higher wage, until set back. */
export interface SetOvertime {
  node: string
  overtime: boolean
}

/** Cancel an order that has not left the warehouse. */
export interface CancelOrder {
  order: string
  reason: 'buyer_asked' | 'fraud' | 'out_of_stock' | 'wrong_price'
}

/** Send papers for a held parcel: better odds of release. */
export interface AnswerCustoms {
  order: string
  papers: ('certificate' | 'description' | 'invoice' | 'origin' | 'payment_proof')[]
}

/** Claim a lost or damaged parcel from the carrier. */
export interface FileCarrierClaim {
  order: string
}

/** Change foreign takings into the shop's currency now, at the rate of the day less the spread. */
export interface ConvertCurrency {
  currency: string
  /** (1 to 10000000000) */
  amount: number
}

/** What the analyser found in a written reply; the text itself lies beside the log. */
export interface ReplyFeatures {
  language: string
  /** (0 to 10000000) */
  words: number
  greets: boolean
  apologises: boolean
  explains: boolean
  blames: boolean
  /** Days promised in the text, 0 for none. (0 to 10000000) */
  promises_days: number
  /** Name and version of the analyser, so that anyone may extract again. */
  analyser: string
  /** Keyed hash of the original. */
  text_hash: string
}

/** Reply to a buyer, with a macro or in own words. */
export interface AnswerTicket {
  ticket: string
  macro?: 'ask_photo' | 'cancel_done' | 'customs_explained' | 'delay_apology' | 'refund_done' | 'return_steps' | 'thanks' | 'tracking' | null
  language: string
  reply?: ReplyFeatures | null
}

/** Answer the oldest open ticket of one kind with a macro: the intent, which replays in another world too. */
export interface AnswerOldest {
  /** Any kind if empty. */
  kind?: 'address' | 'cancel' | 'customs' | 'defect' | 'not_as_described' | 'other' | 'presale' | 'return' | 'where_is_it' | null
  macro: 'ask_photo' | 'cancel_done' | 'customs_explained' | 'delay_apology' | 'refund_done' | 'return_steps' | 'thanks' | 'tracking'
  /** The buyer's own language if empty. */
  language?: string | null
}

/** Say what a ticket is really about. */
export interface ClassifyTicket {
  ticket: string
  category: 'address' | 'cancel' | 'customs' | 'defect' | 'not_as_described' | 'other' | 'presale' | 'return' | 'where_is_it'
}

/** Close a ticket with an action. */
export interface ResolveTicket {
  ticket: string
  action: 'coupon' | 'escalate' | 'info' | 'refund_full' | 'refund_part' | 'reship' | 'return_label'
  /** Part of the price for `refund_part`. (0 to 1000000) */
  share_ppm?: number
}

/** Operations approves (or not) a refund above the desk's limit. */
export interface ApproveRefund {
  ticket: string
  approve: boolean
}

/** How the desk works: telling buyers first, and which tickets come up first. */
export interface SetDeskPolicy {
  auto_notify: boolean
  queue: 'deadline' | 'oldest' | 'value'
}

/** Tell every buyer of one country what is going on, before they ask. */
export interface PublishNotice {
  country: string
  cause: 'carrier' | 'customs' | 'stock' | 'weather'
  /** (0 to 30) */
  extra_days: number
}

/** A person takes a seat (or a policy does): the log records person and seat separately. */
export interface TakeSeat {
  seat: 'anchor' | 'operations' | 'selection' | 'service' | 'traffic'
  /** Random subject id, `bot:<policy>`, or empty for autopilot. */
  subject: string
}

/** Something happens to every team of the class. */
export interface InjectShock {
  kind: 'currency_crash' | 'customs_delay' | 'host_no_show' | 'review_attack' | 'viral_spike'
  country?: string
  /** (0 to 480) */
  hours?: number
  /** (0 to 20000000) */
  strength_ppm?: number
  sku?: string | null
}

/** End the playable part now; the run then settles. */
export interface EndRun {
  reason: 'planned' | 'teacher'
}

/** A list price changed. */
export interface PriceChanged {
  sku: string
  old: number
  new: number
  /** Price at which the model expects the highest contribution, shown only after the run. */
  best_price: number
}

/** A product got its part in the show. */
export interface RoleAssigned {
  sku: string
  role: string
}

/** The anchor's card of a product was written. */
export interface FactSheetWritten {
  sku: string
  points: string[]
  /** True facts a buyer needs. */
  required: number
  /** How many of them are on the card. */
  present: number
  false_points: number
}

/** A product was declared under a heading. */
export interface HsClassified {
  sku: string
  hs6: string
  correct: boolean
}

/** A sample was tested: estimates within ten points. */
export interface SampleReceived {
  sku: string
  quality_ppm: number
  fit_ppm: number
  cost: number
}

/** A product is off sale. */
export interface ProductDelisted {
  sku: string
}

/** A product is on sale again. */
export interface ProductRelisted {
  sku: string
}

/** Somebody bought. Amounts in the buyer's currency, and in the shop's for the figures of the show. */
export interface OrderPlaced {
  order: string
  /** Short number for screens. */
  label: number
  viewer: string
  country: string
  currency: string
  sku: string
  units: number
  /** What the buyer pays in all, buyer's currency, minor units: price - discount + delivery + tax at sale. */
  paid: number
  /** Live price less discount, shop currency. */
  price: number
  list_price: number
  /** Delivery service of the order. */
  service: string
  promise_days: number
  source: string
  promo: boolean
  /** Expected contribution of the order before ads, shop currency. */
  unit_margin: number
  inflate_ppm: number
}

/** An order reached its end. */
export interface OrderEnded {
  order: string
  outcome: 'cancelled' | 'completed' | 'lost' | 'payment_failed' | 'refused' | 'returned' | 'seized'
  country: string
  /** What the order brought in all, shop currency, minor units. */
  contribution: number
}

/** A buyer (or an attacker) left stars. */
export interface ReviewPosted {
  sku: string
  order: string
  stars: number
  verified: boolean
  /** Largest cause: `quality`, `late`, `defect`, `overpromise`, `service`, `attack` or `satisfied`. */
  cause: string
}

/** The shown rating of a product moved by a tenth. */
export interface RatingChanged {
  sku: string
  /** Stars times 100. */
  rating: number
  reviews: number
}

/** The room is live. */
export interface ShowStarted {
  shows_per_window: number
  account_score: number
  followers: number
}

/** The broadcast is over; sums over the whole show. */
export interface ShowEnded {
  reason: string
  shows: number
  views: number
  viewer_seconds: number
  interactions: number
  clicks: number
  orders: number
  /** Placed, shop currency, minor units. */
  gmv: number
  gmv_expected: number
  follows: number
  peak_online: number
}

/** Five seconds of the room. */
export interface TickAggregated {
  /** At the end of the tick. */
  online: number
  shows: number
  organic: number
  follower: number
  paid: number
  teaser: number
  shop: number
  hunters: number
  leaves: number
  comments: number
  likes: number
  follows: number
  clicks: number
  orders: number
  orders_expected_ppm: number
  gmv: number
  gmv_expected: number
  /** What the same viewers would have done at mean energy (E = .5, no bag), in ppm of one. */
  interactions_expected_ppm: number
  /** Viewer-seconds of this tick. */
  watch_seconds: number
  /** Viewer-seconds the same entrants would have stayed at mean energy: for entrants of this tick. */
  watch_expected: number
  energy_ppm: number
  /** Talk quality in force. */
  quality_ppm: number
  spend: number
}

/** The platform looked at five minutes of the room and set the next five. */
export interface PoolEvaluated {
  window: number
  /** Log level L after the window, ppm; may be negative. */
  level_ppm: number
  trend: 'down' | 'flat' | 'up'
  entry_rate_ppm: number
  mean_stay_seconds: number
  interaction_ppm: number
  click_rate_ppm: number
  gpm_view: number
  shows_next: number
}

/** A product is on screen; a pitch begins. */
export interface ProductPinned {
  sku: string
  by_rundown: boolean
}

/** Nothing is pinned. */
export interface ProductUnpinned {
  sku: string
}

/** What comes next changed. */
export interface RundownChanged {
  items: RundownItem[]
}

/** A product of the rundown went on air, with its planned and its actual time since the start of the show. */
export interface SegmentStarted {
  sku: string
  planned_s: number
  actual_s: number
}

/** Operations asked the anchor for something. */
export interface CueGiven {
  cue: string
}

/** The anchor began a phase of the pitch. */
export interface PhaseChanged {
  sku: string
  phase: string
  quality_ppm: number
  /** True when nobody acted and the rundown ran itself. */
  automatic: boolean
}

/** A selling point was said. */
export interface PointMade {
  sku: string
  point: string
  is_true: boolean
  /** Class of forbidden claim, or empty: a true point may still be forbidden. */
  forbidden: string
  /** First time in this pitch. */
  first_time: boolean
}

/** A pitch is over: what was planned, what was said, what it brought. */
export interface PitchClosed {
  sku: string
  seconds: number
  points_planned: number
  points_made: number
  points_false: number
  clicks: number
  orders: number
  /** Orders expected of a talk quality of one half, in ppm of one. */
  orders_expected_ppm: number
  /** Mean over the pitch. */
  quality_ppm: number
}

/** Free words were analysed. */
export interface SpeechTagged {
  sku: string
  words: number
  tags: string[]
  points: string[]
  language: string
}

/** The anchor's excitement changed. */
export interface IntensityChanged {
  intensity_ppm: number
}

/** A viewer wrote something. The words come from phrase tables by `phrase`. */
export interface CommentPosted {
  comment: string
  viewer: string
  country: string
  language: string
  kind: 'doubt' | 'off_topic' | 'praise' | 'price' | 'shipping' | 'sold_out' | 'spec'
  sku: string
  /** Which phrase of its kind, 0 ... */
  phrase: number
}

/** Somebody answered a comment. */
export interface CommentAnswered {
  comment: string
  kind: string
  answer: string
  /** The answer fits the kind of question. */
  right: boolean
  latency_seconds: number
}

/** A question stayed without an answer for two minutes. */
export interface CommentMissed {
  comment: string
  kind: string
}

/** A comment was hidden or handed to the service seat. */
export interface CommentModerated {
  comment: string
  action: string
}

/** The anchor said how many are left. */
export interface ScarcityClaimed {
  sku: string
  units_claimed: number
  units_true: number
  honest: boolean
}

/** The anchor asked the room for something, and what the next twenty seconds brought against expectation. */
export interface ActionCalled {
  action: string
}

/** The twenty seconds after a call to action are over; expected are the orders of the minutes before it. */
export interface CallClosed {
  action: string
  sku: string
  orders: number
  orders_expected_ppm: number
}

/** The platform caught a forbidden claim. */
export interface ViolationDetected {
  tag: string
  points: number
  /** Points of this show so far. */
  total: number
}

/** The platform shows the room less for a while. */
export interface TrafficPenalised {
  factor_ppm: number
  until: number
}

/** A forbidden claim was taken back. */
export interface ClaimCorrected {
  tag: string
}

/** A viewer decided to buy; the market makes an order of it. */
export interface OrderIntended {
  viewer: string
  country: string
  source: string
  sku: string
  /** Live price in the shop's currency, before the coupon. */
  price: number
  coupon: string
  discount: number
  promo: boolean
  /** How much more was promised than is true. */
  inflate_ppm: number
  reassurance_ppm: number
  urgency_ppm: number
}

/** More units are shown as available. */
export interface StockReleased {
  sku: string
  units: number
  visible: number
}

/** The last shown unit of a product is gone. */
export interface SoldOut {
  sku: string
}

/** A flash price began. */
export interface FlashStarted {
  sku: string
  price: number
  until: number
}

/** A flash price is over. */
export interface FlashEnded {
  sku: string
}

/** A coupon is out. */
export interface CouponIssued {
  coupon: string
  /** Empty for all products. */
  sku: string
  amount: number
  minimum: number
  copies: number
  until: number
}

/** A coupon ran out of copies or of time. */
export interface CouponClosed {
  coupon: string
  used: number
}

/** A lucky bag is open. */
export interface LuckyBagStarted {
  prizes: number
  until: number
  cost: number
}

/** A lucky bag was drawn. */
export interface LuckyBagDrawn {
  participants: number
}

/** Paid impressions were bought. */
export interface BoostStarted {
  amount: number
  until: number
  cpm: number
}

/** Paid impressions stopped, with what was spent since the last report. */
export interface BoostEnded {
  spent: number
  impressions: number
  entries: number
}

/** One minute of paid traffic: spend against an even plan. */
export interface BoostSpent {
  spend: number
  plan: number
  impressions: number
  entries: number
}

/** The followers were told. */
export interface FollowersNotified {
  followers: number
}

/** A short video is out. */
export interface TeaserPosted {
  sku: string
  hook: string
  hook_score_ppm: number
  best_score_ppm: number
  worst_score_ppm: number
}

/** A viewer wanted to buy what was sold out. */
export interface ClickLost {
  sku: string
  viewer: string
}

/** Orders of a country go another way from now on. */
export interface ShippingChanged {
  country: string
  sku: string
  service: string
  promise_days: number
  /** Share expected after the promise, by the carrier's own distribution; opened after the run. */
  late_share_ppm: number
}

/** Units were kept for an order. */
export interface StockReserved {
  order: string
  node: string
  sku: string
  units: number
}

/** There was nothing to keep for an order: it was sold twice. */
export interface StockShort {
  order: string
  sku: string
  units: number
}

/** Reserved units are free again. */
export interface StockFreed {
  order: string
  node: string
  sku: string
  units: number
}

/** Units left one node for another. */
export interface StockMoved {
  sku: string
  origin: string
  destination: string
  units: number
  cost: number
}

/** Units came in. */
export interface StockArrived {
  sku: string
  node: string
  units: number
}

/** A warehouse works longer, or normal hours again. */
export interface OvertimeChanged {
  node: string
  overtime: boolean
}

/** Operations cancelled an order that had not left. */
export interface OrderWithdrawn {
  order: string
  reason: string
}

/** An order is packed. */
export interface OrderPacked {
  order: string
  node: string
  backlog_hours: number
  /** Within the dispatch limit of the platform (48 h; same day before the cut-off from local stock). */
  on_time: boolean
}

/** A consignment was closed, by size or at the cut-off. */
export interface ConsignmentClosed {
  consignment: string
  service: string
  parcels: number
  orders: string[]
}

/** Export customs has the list (9610: parcels to consumers). */
export interface ExportDeclared {
  consignment: string
  mode: string
  held: boolean
}

/** A consignment is on its way. */
export interface LineHaulDeparted {
  consignment: string
  /** Planned arrival, second of the run. */
  eta: number
}

/** A consignment is late, and why. */
export interface LineHaulDelayed {
  consignment: string
  cause: string
  hours: number
}

/** A parcel was declared on import, with what was charged and by which rule. */
export interface ImportDeclared {
  order: string
  country: string
  currency: string
  duty: number
  /** Collected at sale or due at the border, whichever the rule says. */
  vat: number
  fees: number
  /** `seller` (DDP, or collected at sale) or `buyer` (DAP). */
  payer: string
  /** Rows of the dated tables that applied. */
  rules: string[]
}

/** A parcel is held. */
export interface CustomsHeld {
  order: string
  reason: string
  rule: string
}

/** Papers were sent for a held parcel. */
export interface CustomsAnswered {
  order: string
  papers: string[]
  /** Whether one of them is what the customs office asked for; opened after the run. */
  fits: boolean
}

/** A held parcel goes on. */
export interface CustomsReleased {
  order: string
  held_hours: number
  /** What the shop pays, shop currency; 0 for none. */
  fine: number
}

/** Customs or the buyer sent a parcel back. */
export interface ParcelReturned {
  order: string
  /** `customs` or `refused_tax`. */
  reason: string
}

/** Customs kept a parcel. */
export interface ParcelSeized {
  order: string
  rule: string
}

/** Nobody at home; there will be another attempt. */
export interface DeliveryFailed {
  order: string
}

/** A parcel reached its buyer. */
export interface OrderDelivered {
  order: string
  /** Days since the order, in ppm of a day. */
  days_ppm: number
  promise_days: number
  on_time: boolean
  damaged: boolean
  defect: boolean
}

/** A parcel is lost. */
export interface ParcelLost {
  order: string
  /** Country of the last scan. */
  node: string
}

/** The carrier paid for a lost or damaged parcel. */
export interface ClaimPaid {
  order: string
  /** Shop currency. */
  amount: number
}

/** A buyer wants to send something back. */
export interface ReturnRequested {
  order: string
  /** `overpromise`, `picture`, `defect`, `fit`, `late` or `other`. */
  reason: string
}

/** A returned article is back. */
export interface ReturnReceived {
  order: string
  /** `A` resaleable, `B` at a discount, `scrap`. */
  grade: string
  node: string
}

/** What carrying and handling an order costs. */
export interface CarrierCharged {
  order: string
  /** Shop currency, as is `handling`. */
  carriage: number
  handling: number
}

/** The buyer's payment went through. */
export interface PaymentAuthorised {
  order: string
  method: string
  currency: string
  amount: number
  fee: number
}

/** The buyer's payment failed. */
export interface PaymentDeclined {
  order: string
  method: string
  /** True when it is tried once more; False when it failed for good. */
  soft: boolean
}

/** A double entry: debits are positive, credits negative, the sum is zero in each currency. */
export interface LedgerPosted {
  reason: string
  order: string
  /** (account, currency, amount in minor units). */
  lines: [string, string, number][]
}

/** Money went back to a buyer. */
export interface RefundIssued {
  order: string
  currency: string
  amount: number
  /** `full`, `partial`, `cancel`, `lost` or `chargeback`. */
  kind: string
}

/** A buyer disputes a card payment. */
export interface ChargebackOpened {
  order: string
  /** `fraud`, `lost`, `late`, `defect`, `unresolved` or `friendly`. */
  reason: string
  currency: string
  amount: number
  deadline: number
}

/** A dispute is decided. */
export interface ChargebackDecided {
  order: string
  won: boolean
  /** Of the fee, which is taken won or lost. */
  currency: string
  fee: number
}

/** The platform paid out. */
export interface SettlementPaid {
  currency: string
  orders: number
  gross: number
  fees: number
  net: number
}

/** Foreign money became the shop's. */
export interface CurrencyConverted {
  currency: string
  amount: number
  received: number
  /** Rate used, with its date: `USD 1.1670 per EUR on 2025-10-17`. */
  rate: string
}

/** An exchange rate moved by shock. */
export interface RateMoved {
  currency: string
  factor_ppm: number
}

/** Cash is below zero; beyond the credit line nothing more can be bought. */
export interface OverdraftUsed {
  cash: number
  credit_line: number
}

/** A buyer wrote to the shop. The words come from phrase tables by `phrase`. */
export interface TicketOpened {
  ticket: string
  label: number
  order: string
  /**
   * `where_is_it`, `return`, `defect`, `not_as_described`, `address`, `cancel`, `customs`, `presale`
   * or `other`.
   */
  kind: string
  country: string
  language: string
  /** Second by which the first reply is due. */
  due: number
  phrase: number
  /** Order value, shop currency. */
  value: number
}

/** Nobody acted; the automatic acknowledgement went out. It does not count as a reply. */
export interface AutoAcknowledged {
  ticket: string
}

/** A reply went out. */
export interface ReplySent {
  ticket: string
  kind: string
  first: boolean
  latency_seconds: number
  sla_seconds: number
  language_right: boolean
  tone_ppm: number
  /** The reply answers this kind of ticket. */
  fits: boolean
}

/** The buyer sent the picture that was asked for. */
export interface PhotoReceived {
  ticket: string
  /** Second by which the next reply is due. */
  due: number
}

/** A ticket was put under a cause. */
export interface TicketClassified {
  ticket: string
  category: string
}

/** A refund above the desk's limit waits for operations. */
export interface RefundAsked {
  ticket: string
  amount: number
}

/** Operations decided about a refund above the desk's limit. */
export interface RefundDecided {
  ticket: string
  approved: boolean
}

/** A ticket was closed by the team. */
export interface TicketResolved {
  ticket: string
  order: string
  kind: string
  /** What the seat said it is about, or empty. */
  category: string
  action: string
  /** `right`, `acceptable` or `wrong` against policy and law of the country. */
  right: string
  /** The rule that says so. */
  policy: string
  /** What the action costs, shop currency, as far as the desk can know it. */
  cost: number
  contacts: number
  is_refund: boolean
  /** Part of the price that goes back, for a refund. */
  share_ppm: number
  /** The buyer's matter is settled by it; not shown to players before the end. */
  helped: boolean
  /** From the first word of the buyer to the first of the desk. */
  first_reply_seconds: number
}

/** The buyer was not helped and wrote again. */
export interface TicketReopened {
  ticket: string
  /** Second by which the next reply is due. */
  due: number
}

/** An answered question settled itself: the parcel it was about arrived. */
export interface TicketSettled {
  ticket: string
}

/** The buyer gave up: nobody answered, or the answer was beside the point. */
export interface TicketExpired {
  ticket: string
  kind: string
  /** Empty for a question from the room. */
  order: string
}

/** A buyer rated the help, 1 to 5, beside what was to be expected of the issue. */
export interface CsatRecorded {
  ticket: string
  score: number
  /** Expected score of a right, timely answer to this kind of issue, in ppm of a point. */
  expected_ppm: number
}

/** The first reply is overdue. */
export interface SlaBreached {
  ticket: string
}

/** The desk works in another way. */
export interface DeskPolicyChanged {
  auto_notify: boolean
  queue: string
}

/** Buyers of a country were told. */
export interface NoticePublished {
  country: string
  cause: string
  extra_days: number
  orders: number
}

/** The run began. */
export interface RunStarted {
  scenario: string
  market_starts: string
  commitment: string
}

/** A seat has a new holder. */
export interface SeatTaken {
  seat: string
  holder: string
}

/** The teacher or the scenario made something happen. */
export interface ShockInjected {
  kind: string
  country: string
  hours: number
  strength_ppm: number
  sku: string
  /** True when the scenario had it. */
  planned: boolean
}

/** A seat is told that something needs it. */
export interface AlertRaised {
  seat: string
  /** `low_stock`, `sla_near`, `traffic_drop`, `shock` ... */
  alert: string
  subject_id: string
}

/** A seat acted on an alert, or two minutes passed. */
export interface AlertClosed {
  seat: string
  alert: string
  acted: boolean
  latency_seconds: number
}

/** A market day is over. */
export interface DayClosed {
  day: number
  orders_open: number
  tickets_open: number
  cash: number
}

/** Nobody plays any more; the run settles. */
export interface PlayEnded {
  reason: string
}

/** Every order is terminal: the run is over. */
export interface RunSettled {
  reason: string
  orders: number
  /** Every line of profit and loss, in minor units of the shop's currency. */
  contribution: number
  /** Contribution less unsold stock at cost times one minus what it still fetches. */
  worth: number
}

/** The view of each seat. */
export interface SeatViews {
  'anchor': AnchorView
  'operations': OperationsView
  'selection': SelectionView
  'traffic': TrafficView
  'service': ServiceView
  'instructor': InstructorView
}

/** The arguments of each command, by its type. */
export interface CommandArgs {
  'market.set_price': SetPrice
  'market.change_price': ChangePrice
  'market.assign_role': AssignProductRole
  'market.write_fact_sheet': WriteFactSheet
  'market.classify_hs': ClassifyHs
  'market.request_sample': RequestSample
  'market.delist': DelistProduct
  'market.relist': RelistProduct
  'livestream.pin_product': PinProduct
  'livestream.unpin_product': UnpinProduct
  'livestream.set_rundown': SetRundown
  'livestream.cue': CuePhase
  'livestream.speak_phase': SpeakPhase
  'livestream.make_point': MakePoint
  'livestream.say': Say
  'livestream.set_intensity': SetIntensity
  'livestream.reply_comment': ReplyComment
  'livestream.moderate_comment': ModerateComment
  'livestream.claim_scarcity': ClaimScarcity
  'livestream.call_to_action': CallToAction
  'livestream.correct_claim': CorrectClaim
  'livestream.release_stock': ReleaseStock
  'livestream.start_flash': StartFlash
  'livestream.issue_coupon': IssueCoupon
  'livestream.start_lucky_bag': StartLuckyBag
  'livestream.boost_room': BoostRoom
  'livestream.stop_boost': StopBoost
  'livestream.notify_followers': NotifyFollowers
  'livestream.post_teaser': PostTeaser
  'livestream.end_show': EndShow
  'logistics.set_shipping': SetShipping
  'logistics.transfer_stock': TransferStock
  'logistics.set_overtime': SetOvertime
  'logistics.cancel_order': CancelOrder
  'logistics.answer_customs': AnswerCustoms
  'logistics.file_claim': FileCarrierClaim
  'payments.convert': ConvertCurrency
  'service.answer': AnswerTicket
  'service.answer_oldest': AnswerOldest
  'service.classify': ClassifyTicket
  'service.resolve': ResolveTicket
  'service.approve_refund': ApproveRefund
  'service.set_policy': SetDeskPolicy
  'service.publish_notice': PublishNotice
  'run.take_seat': TakeSeat
  'run.inject_shock': InjectShock
  'run.end': EndRun
}

/** What each event says, by its type. */
export interface EventData {
  'market.price_changed': PriceChanged
  'market.role_assigned': RoleAssigned
  'market.fact_sheet_written': FactSheetWritten
  'market.hs_classified': HsClassified
  'market.sample_received': SampleReceived
  'market.delisted': ProductDelisted
  'market.relisted': ProductRelisted
  'market.order_placed': OrderPlaced
  'market.order_ended': OrderEnded
  'market.review_posted': ReviewPosted
  'market.rating_changed': RatingChanged
  'livestream.show_started': ShowStarted
  'livestream.show_ended': ShowEnded
  'livestream.tick': TickAggregated
  'livestream.pool_evaluated': PoolEvaluated
  'livestream.product_pinned': ProductPinned
  'livestream.product_unpinned': ProductUnpinned
  'livestream.rundown_changed': RundownChanged
  'livestream.segment_started': SegmentStarted
  'livestream.cue_given': CueGiven
  'livestream.phase_changed': PhaseChanged
  'livestream.point_made': PointMade
  'livestream.pitch_closed': PitchClosed
  'livestream.speech_tagged': SpeechTagged
  'livestream.intensity_changed': IntensityChanged
  'livestream.comment_posted': CommentPosted
  'livestream.comment_answered': CommentAnswered
  'livestream.comment_missed': CommentMissed
  'livestream.comment_moderated': CommentModerated
  'livestream.scarcity_claimed': ScarcityClaimed
  'livestream.action_called': ActionCalled
  'livestream.call_closed': CallClosed
  'livestream.violation_detected': ViolationDetected
  'livestream.traffic_penalised': TrafficPenalised
  'livestream.claim_corrected': ClaimCorrected
  'livestream.order_intended': OrderIntended
  'livestream.stock_released': StockReleased
  'livestream.sold_out': SoldOut
  'livestream.flash_started': FlashStarted
  'livestream.flash_ended': FlashEnded
  'livestream.coupon_issued': CouponIssued
  'livestream.coupon_closed': CouponClosed
  'livestream.lucky_bag_started': LuckyBagStarted
  'livestream.lucky_bag_drawn': LuckyBagDrawn
  'livestream.boost_started': BoostStarted
  'livestream.boost_ended': BoostEnded
  'livestream.boost_spent': BoostSpent
  'livestream.followers_notified': FollowersNotified
  'livestream.teaser_posted': TeaserPosted
  'livestream.click_lost': ClickLost
  'logistics.shipping_changed': ShippingChanged
  'logistics.stock_reserved': StockReserved
  'logistics.stock_short': StockShort
  'logistics.stock_freed': StockFreed
  'logistics.stock_moved': StockMoved
  'logistics.stock_arrived': StockArrived
  'logistics.overtime_changed': OvertimeChanged
  'logistics.order_withdrawn': OrderWithdrawn
  'logistics.order_packed': OrderPacked
  'logistics.consignment_closed': ConsignmentClosed
  'logistics.export_declared': ExportDeclared
  'logistics.line_haul_departed': LineHaulDeparted
  'logistics.line_haul_delayed': LineHaulDelayed
  'logistics.import_declared': ImportDeclared
  'logistics.customs_held': CustomsHeld
  'logistics.customs_answered': CustomsAnswered
  'logistics.customs_released': CustomsReleased
  'logistics.parcel_returned': ParcelReturned
  'logistics.parcel_seized': ParcelSeized
  'logistics.delivery_failed': DeliveryFailed
  'logistics.order_delivered': OrderDelivered
  'logistics.parcel_lost': ParcelLost
  'logistics.claim_paid': ClaimPaid
  'logistics.return_requested': ReturnRequested
  'logistics.return_received': ReturnReceived
  'logistics.carrier_charged': CarrierCharged
  'payments.authorised': PaymentAuthorised
  'payments.declined': PaymentDeclined
  'payments.ledger_posted': LedgerPosted
  'payments.refund_issued': RefundIssued
  'payments.chargeback_opened': ChargebackOpened
  'payments.chargeback_decided': ChargebackDecided
  'payments.settlement_paid': SettlementPaid
  'payments.converted': CurrencyConverted
  'payments.rate_moved': RateMoved
  'payments.overdraft_used': OverdraftUsed
  'service.ticket_opened': TicketOpened
  'service.auto_acknowledged': AutoAcknowledged
  'service.reply_sent': ReplySent
  'service.photo_received': PhotoReceived
  'service.ticket_classified': TicketClassified
  'service.refund_asked': RefundAsked
  'service.refund_decided': RefundDecided
  'service.ticket_resolved': TicketResolved
  'service.ticket_reopened': TicketReopened
  'service.ticket_settled': TicketSettled
  'service.ticket_expired': TicketExpired
  'service.csat_recorded': CsatRecorded
  'service.sla_breached': SlaBreached
  'service.policy_changed': DeskPolicyChanged
  'service.notice_published': NoticePublished
  'run.started': RunStarted
  'run.seat_taken': SeatTaken
  'run.shock_injected': ShockInjected
  'run.alert_raised': AlertRaised
  'run.alert_closed': AlertClosed
  'run.day_closed': DayClosed
  'run.play_ended': PlayEnded
  'run.settled': RunSettled
}

export type Seat = keyof SeatViews

export type CommandType = keyof CommandArgs

export type EventType = keyof EventData
