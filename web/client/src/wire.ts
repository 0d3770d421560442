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

/** A broadcast of the calendar. */
export interface ShowLine {
  ordinal: number
  starts_at: number
  ends_at: number
  /** `waiting`, `live` or `over`. */
  state: string
}

/** A scene the team may move to. */
export interface SceneChoice {
  id: string
  /** (0 to 1000000) */
  quality: number
  /** For setting it up, each time. (0 to 10000000000) */
  cost: number
}

/** Around the room: the calendar, the scenes, what the platform wants to hear. */
export interface StagePart {
  shows: ShowLine[]
  /** Broadcasts that may still be scheduled. */
  shows_left: number
  scene: string
  scenes: SceneChoice[]
  co_anchors: number
  must_disclose: boolean
  disclosed_at: number | null
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
  stage: StagePart
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
  /** What a listing may claim. */
  points: PointLine[]
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

/** A refund that waits for operations. */
export interface ApprovalRow {
  ticket: string
  label: number
  amount: number
  kind: string
}

/** One listing (operations, selection, traffic). Money in the shop's currency. */
export interface ListingRow {
  listing: string
  sku: string
  platform: string
  country: string
  category: string
  /** `review`, `live`, `off`, `rejected` or `removed`. */
  state: string
  /** Why the platform took it down. */
  reason: string
  price: number
  /** After sale and coupon. */
  asked: number
  struck: number
  campaign: string
  coupons_left: number
  /** The price is bound by a sale. */
  is_locked: boolean
  /** Place in the search, 0 for none. */
  rank: number
  /** Times 100. */
  stars: number
  reviews: number
  page_ppm: number
  words_ppm: number
  strikes: number
  units: number
  /** Of the last whole day. */
  impressions: number
  clicks: number
  orders: number
  orders_total: number
  because: [string, number][]
}

/** A rival as the search page shows it. */
export interface RivalRow {
  rival: string
  country: string
  category: string
  platform: string
  rank: number
  price: number
  stars: number
  reviews: number
  days: number
  is_there: boolean
}

/** A peak of the calendar that runs or is near. */
export interface PeakRow {
  country: string
  name_en: string
  name_zh: string
  /** Negative once it runs. */
  starts_in_days: number
  days: number
  multiplier_ppm: number
}

/** A platform's sale. */
export interface PlatformSaleRow {
  campaign: string
  name_en: string
  name_zh: string
  platform: string
  country: string
  deadline_day: number
  starts_day: number
  days: number
  min_discount_ppm: number
  is_open: boolean
  /** Listings of the team. */
  enrolled: string[]
}

/** A review (service, selection). */
export interface ReviewRow {
  review: string
  sku: string
  /** Empty for the live platform. */
  listing: string
  stars: number
  at: number
  is_verified: boolean
  is_reported: boolean
}

/** The shelf as a shop's people see it. */
export interface ShelfPart {
  listings: ListingRow[]
  rivals: RivalRow[]
  peaks: PeakRow[]
  sales: PlatformSaleRow[]
  reviews: ReviewRow[]
  /** (platform, country) where the shop is open. */
  accounts: [string, string][]
  /** Category to the words shoppers search by. */
  keywords: Record<string, string[]>
}

/** A warehouse (operations, selection). */
export interface NodeLine {
  node: string
  country: string
  kind: string
  platform: string
  packers: number
  packs_per_hour: number
  overtime: boolean
  waiting: number
  backlog_hours: number
  litres: number
  room_m3: number
  rent_per_m3_day: number
  free: Record<string, number>
  reserved: Record<string, number>
}

/** Stock on its way to a node (operations, selection). */
export interface TransferLine {
  sku: string
  origin: string
  node: string
  units: number
  haul: string
  mode: string
  purchase: string
  /** Second of arrival by the usual time of the haul; the real one is luck. */
  planned_at: number
}

/** A consignment that has not arrived (operations, service). */
export interface ConsignmentLine {
  consignment: string
  service: string
  country: string
  parcels: number
  leg: string
  mode: string
  /** False while order, payment and waybill data are missing. */
  is_complete: boolean
}

/** A parcel customs hold, with the rule and what would help (operations, selection, service). */
export interface HeldLine {
  order: string
  sku: string
  country: string
  service: string
  since: number
  reason: string
  rule: string
  law_en: string
  law_zh: string
  helps: string[]
  is_answered: boolean
}

/** The customs code of one lane out of China (operations). */
export interface ExportLine {
  node: string
  country: string
  mode: string
}

/** A month under 9610: what a summary declaration claims (operations). */
export interface SummaryLine {
  month: string
  amount: number
  declared: boolean
}

/** A tax scheme of a market the shop sells to (operations, selection). */
export interface SchemeLine {
  country: string
  scheme: string
  name_en: string
  name_zh: string
  fee_minor: number
  currency: string
  days_min: number
  days_max: number
  /** `open`, `applied` or `held`. */
  state: string
}

/** What a service asks and takes today (operations). */
export interface CarrierLine {
  service: string
  price_ppm: number
  is_closed: boolean
  no_batteries: boolean
}

/** Warehouses, carriers, customs and papers. */
export interface ChainPart {
  nodes: NodeLine[]
  transfers: TransferLine[]
  consignments: ConsignmentLine[]
  held: HeldLine[]
  exports: ExportLine[]
  summaries: SummaryLine[]
  schemes: SchemeLine[]
  carriers: CarrierLine[]
}

/** One way to pay in one country. */
export interface MethodRow {
  method: string
  kind: string
  /** Buyers who like it best. */
  share_ppm: number
  /** How often it goes through for this shop at first asking. */
  auth_ppm: number
  offered: boolean
}

/** The payment settings of one country. */
export interface PaymentRow {
  country: string
  methods: MethodRow[]
  local_acquirer: boolean
  three_ds: string
  false_positive_ppm: number
  /** Share of stolen cards that a screen of this strictness stops. */
  caught_ppm: number
  /** Buyers whose favourite is offered. */
  served_ppm: number
  /** Checkouts that should end in a payment: methods, banks, checks and screen together. */
  success_ppm: number
  /** False once the card schemes have taken cards away. */
  has_cards: boolean
}

/** An order that the screen has stopped. */
export interface FlaggedRow {
  order: string
  country: string
  method: string
  currency: string
  amount: number
  /** So many of a million good orders look worse. */
  score_ppm: number
  signals: string[]
  /** Refused at this second if nobody decides. */
  until: number
}

/** An open dispute. */
export interface DisputeRow {
  order: string
  reason: string
  currency: string
  amount: number
  deadline: number
  /** What the shop could show. */
  proofs: string[]
  answered: boolean
}

/** This month's fraud reports and disputes against the card schemes' limit. */
export interface MonitoringRow {
  /** `any`, or the country with a rule of its own. */
  place: string
  programme: string
  month: string
  count: number
  settled: number
  ratio_ppm: number
  limit_ppm: number
  min_count: number
  /** First day of this limit. */
  limit_from: string
  /** Last day, or empty while no other limit is known. */
  limit_to: string
  source: string
  months_above: number
}

/** Money that is kept back. */
export interface ReserveRow {
  platform: string
  currency: string
  amount: number
  until: number
}

/** A forward that is not settled. */
export interface ForwardRow {
  forward: string
  currency: string
  amount: number
  locked: number
  /** At the middle rate of today. */
  worth_now: number
  margin: number
  settles: number
}

/** What is open in one foreign currency. */
export interface CurrencyRow {
  currency: string
  rate: string
  /** The table of published rates has ended; this one was drawn. */
  simulated: boolean
  /** By platforms and carriers. */
  owed: number
  sellable: number
  hedged: number
  /** What 100.00 sold 30 days forward would bring, shop currency; likewise below. */
  locked_30: number
  locked_60: number
  locked_90: number
  margin_ppm: number
  volatility_ppm: number
}

/** Profit and loss of one day, platform or country. */
export interface ProfitRow {
  key: string
  accounts: Record<string, number>
  total: number
}

/** What a day did to the bank account. */
export interface CashRow {
  day: number
  reasons: Record<string, number>
  total: number
}

/** Payments, risk and cash. */
export interface MoneyPart {
  payments: PaymentRow[]
  flagged: FlaggedRow[]
  disputes: DisputeRow[]
  monitoring: MonitoringRow[]
  reserves: ReserveRow[]
  forwards: ForwardRow[]
  currencies: CurrencyRow[]
  /** By country. */
  profit: ProfitRow[]
  cash: CashRow[]
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
  stage: StagePart
  shelf: ShelfPart | null
  chain: ChainPart | null
  money: MoneyPart | null
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

/** One paper a supplier says it has. */
export interface ClaimRow {
  certificate: string
  state: 'claimed' | 'false' | 'genuine'
}

/** What one supplier asks for one product, with what goes into its landed cost. */
export interface QuoteRow {
  supplier: string
  name: Text
  sku: string
  minimum: number
  /** (units from which it holds, price of one unit). */
  tiers: [number, number][]
  /** Second at which goods ordered now would be handed over, holidays counted. */
  promised_at: number
  lead_days: number
  /** Share of orders that keep their time, as the supplier's page shows it. */
  on_time_ppm: number
  inspection_unit: number
  grams: number
  volume_cm3: number
  battery: boolean
  claims: ClaimRow[]
  /** (quality, fit) in ppm, each within 100,000. */
  sample: [number, number] | null
  sample_due: number | null
  check_due: number | null
}

/** One purchase order. */
export interface PurchaseRow {
  purchase: string
  supplier: string
  sku: string
  units: number
  unit_cost: number
  node: string
  haul: string
  state: string
  reason: string
  ordered_at: number
  promised: number
  /** When the factory hands over: the promise, or what was said since; carriage to an overseas node comes on top. */
  eta: number
  paid: number
  rest: number
  gives_up_at: number | null
  inspected: number
  found: number
  outcome: string
  lot: string
}

/** One lot that came in or is under way. */
export interface LotRow {
  lot: string
  /** `lamp #2`: the second lot of the lamp; for screens only. */
  label: string
  sku: string
  supplier: string
  units: number
  unit_cost: number
  received_at: number | null
  /** (node, units) on shelves. */
  left: [string, number][]
  sold: number
  inspected: number
  found: number
  claims: string[]
  recalled: boolean
  recalled_in: string[]
  /** Until when an authority waits for a recall. */
  alert_due: number | null
}

/** One paper a product needs in one country, and how it stands. */
export interface CertificateRow {
  sku: string
  country: string
  certificate: string
  name: Text
  law: Text
  source: string
  confidence: string
  /** ISO day from which the rule holds. */
  since: string
  /** `hold`, `delist` or `refuse`: what happens without it. */
  effect: string
  fee: number
  days_min: number
  days_max: number
  state: 'applied' | 'claimed' | 'expired' | 'held' | 'missing' | 'supplier'
  /** Second at which an application comes through. */
  due: number | null
  expires: number | null
}

/** One rival in a report: price and stars stand on its page, its sales are an estimate with a band. */
export interface RivalSeen {
  rival: string
  platform: string
  price: number
  rating: number
  reviews: number
  /** Orders a day times 100. */
  sales: number
  sales_low: number
  sales_high: number
}

/** A report about a category in a country. Each band holds the truth in nine reports of ten. */
export interface MarketResearched {
  country: string
  category: string
  cost: number
  /** Median price, shop currency. */
  price: number
  price_low: number
  price_high: number
  /** People a day who look for such goods. */
  shoppers: number
  shoppers_low: number
  shoppers_high: number
  rivals: RivalSeen[]
  rivals_in_all: number
}

/** A report and when it came. */
export interface Report {
  at: number
  found: MarketResearched
}

/** All of it. */
export interface SupplyRows {
  quotes: QuoteRow[]
  purchases: PurchaseRow[]
  lots: LotRow[]
  certificates: CertificateRow[]
  reports: Report[]
}

/** Goods, costs and cards. */
export interface SelectionView {
  common: Common
  room: RoomLine
  products: SelectionRow[]
  nodes: NodeRow[]
  cash: number
  shelf: ShelfPart | null
  supply: SupplyRows | null
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

/** One campaign; money in minor units of the shop's currency. */
export interface CampaignRow {
  campaign: string
  label: number
  kind: string
  country: string
  platform: string
  sku: string
  listing: string
  audience: string
  keywords: string[]
  /** Words that shoppers of the category use. */
  relevant: number
  status: string
  /** Last day, from 0. */
  ends_day: number
  bid: number
  target_roas_ppm: number
  daily_budget: number
  spent_today: number
  spend: number
  impressions: number
  /** For a live campaign: people who came into the room. */
  clicks: number
  click_rate_ppm: number | null
  /** Spend per click so far. */
  cpc: number | null
  /** Spend per thousand impressions so far. */
  cpm: number | null
  /** Of the auctions it is in; None while nothing runs. */
  win_share_ppm: number | null
  /** Share of the auctions that the budget allows. */
  throttle_ppm: number | null
  reported_orders: number
  reported_sales: number
  reported_roas_ppm: number | null
  /** Seconds that the reported numbers are old. */
  reported_age: number
  learning: boolean
  learnt_orders: number
  learning_needs: number
  /** Second from which a change leaves the learning alone. */
  can_change_at: number
  creative_hook: string
  creative_age_days: number
  /** Clicks now against the same creative when it was new; None where there is no creative. */
  creative_strength_ppm: number | null
  /** End of the review of the next one. */
  creative_ready_at: number | null
  /** Impressions per person of the audience in a week, hundredths. */
  frequency_centi: number | null
}

/** Somebody who can be hired, and what was agreed. */
export interface CreatorRow {
  creator: string
  name_en: string
  name_zh: string
  country: string
  categories: string[]
  followers: number
  fee: number
  commission_ppm: number
  no_show_ppm: number
  /** Share of the fee that comes back after a no-show. */
  back_ppm: number
  /** Days on which nobody can have them. */
  taken_days: number[]
}

/** One offer of the team. */
export interface BookingRow {
  booking: string
  creator: string
  sku: string
  /** -1 for a day. */
  show: number
  day: number
  fee: number
  commission_ppm: number
  status: string
  reason: string
  sales: number
}

/** Everything the traffic seat sees of this. */
export interface AdsRows {
  attribution: string
  campaigns: CampaignRow[]
  creators: CreatorRow[]
  bookings: BookingRow[]
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
  stage: StagePart
  shelf: ShelfPart | null
  ads: AdsRows | null
  /** By sku, what a creative may claim; whether it is true stands on the card. */
  points: Record<string, PointLine[]>
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

/** Who works at the desk, and what it costs. */
export interface StaffRow {
  agents: number
  busy: number
  shift_from: number
  shift_to: number
  zone: string
  languages: string[]
  macros: boolean
  bot: boolean
  /** Wages of one shift and the bot, shop currency. */
  cost_per_day: number
  /** What the agents can answer in one shift. */
  letters_per_day: number
  /** Countries where agents can be hired, and an hour's wage there. */
  zones: [string, number][]
}

/** What the desk has to expect of one day, from what it knows itself. */
export interface LoadRow {
  /** Counted from the start of the run. */
  day: number
  /** Orders still on their way whose promised day will have passed. */
  late_orders: number
  /** Letters: the usual ones of the last days, and those of buyers whose parcel is late. */
  expected: number
  capacity: number
}

/** One macro. */
export interface MacroRow {
  id: string
  /** Matters it answers. */
  kinds: string[]
  /** What it contains: `greets`, `apologises`, `explains`, `acts`, `facts`, `formal`. */
  signs: string[]
}

/** One thing that a reply must not say. */
export interface SayRow {
  id: string
  law: string
  en: string
  zh: string
}

/** What law and platform say about one ticket. */
export interface PolicyCard {
  ticket: string
  /** `chat` or `mail`. */
  channel: string
  /** A hired agent is at work on it. */
  agent: boolean
  claimed: boolean
  rule: string
  en: string
  zh: string
  source: string
  stage: string
  late_days: number
  days_here: number
  has_photo: boolean
  /** In which the buyer's law lets them send goods back without a reason; 0 for none. */
  return_days: number
  refund_left: boolean
  /** Second at which the carrier expects to deliver, -1 while nobody knows. */
  expected_at: number
  /** What buyers of the country expect of a reply. */
  checklist: string[]
  culture: string
  /** Actions that policy takes for right; empty in an exam. */
  right: string[]
  acceptable: string[]
}

/** An order that is to be paid at the door. */
export interface CodRow {
  order: string
  country: string
  currency: string
  amount: number
  confirmed: boolean
  refusal_ppm: number
}

/** The desk behind the inbox. */
export interface CarePart {
  staff: StaffRow
  load: LoadRow[]
  macros: MacroRow[]
  says: SayRow[]
  /** Of the tickets on top of the inbox, by ticket. */
  cards: Record<string, PolicyCard>
  disputes: DisputeRow[]
  cod: CodRow[]
  reviews: ReviewRow[]
  /** Letters answered within a day. */
  reply_share_ppm: number | null
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
  care: CarePart | null
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
  /** Whose; empty for the goods as they are. */
  supplier?: string | ''
}

/** Take a product off sale, or one of its listings off the shelf. */
export interface DelistProduct {
  sku: string
  listing?: string | ''
}

/** Put a product back on sale, or one of its listings back on the shelf. */
export interface RelistProduct {
  sku: string
  listing?: string | ''
}

/** Put a product on a platform's shelf in one country. The platform looks at it for a day. */
export interface CreateListing {
  sku: string
  platform: string
  country: string
  language: string
  /** (1 to 10000000000) */
  price: number
  keywords?: string[]
  points?: string[]
}

/** Change the price of a listing, at most once an hour, with or without a struck price beside it. */
export interface SetListingPrice {
  listing: string
  /** (1 to 10000000000) */
  price: number
  /** The crossed-out price; 0 for none. Honest if it was the lowest price of thirty days. (0 to 10000000000) */
  struck?: number
}

/** Change the price of a listing by a share of itself: the intent behind "8 % off". */
export interface ChangeListingPrice {
  listing: string
  /** (-700000 to 2000000) */
  change_ppm: number
}

/** Take something off a listing's price for so many buyers and hours. */
export interface IssueListingCoupon {
  listing: string
  /** (1 to 10000000000) */
  amount: number
  /** (1 to 100000) */
  copies: number
  /** (1 to 720) */
  hours: number
  /** (0 to 10000000000) */
  minimum?: number
}

/** Join a platform's sale with a listing: more attention for a discount and a bound price. */
export interface EnrolCampaign {
  campaign: string
  listing: string
  /** (0 to 1000000) */
  discount_ppm: number
  /** (1 to 10000000) */
  units: number
}

/** Sell products together at one price, on every shelf where each of them stands. */
export interface SetBundle {
  skus: string[]
  /** (1 to 10000000000) */
  price: number
}

/** Ask a buyer for a review, without a reward. */
export interface InviteReview {
  order: string
}

/** Tell the platform that a review is false. It decides within three days, and only with evidence. */
export interface ReportReview {
  review: string
  evidence?: ('off_topic' | 'order_mismatch' | 'paid_offer' | 'same_author')[]
}

/** Order goods from a supplier: 30 % now, the rest when they are handed over. */
export interface SourceProduct {
  supplier: string
  sku: string
  /** (1 to 10000000) */
  units: number
  /** Where the goods shall go; beyond the home node the shop's own carrier takes them over from the factory. */
  node: string
  /** How they go on to an overseas node; without meaning for the home node. */
  haul?: 'air' | 'rail' | 'sea'
  /** Units an inspector opens at the factory; none without. (0 to 500) */
  qc_units?: number
  /**
   * What happens when the inspector finds too many defects: take the lot as it is, have the supplier sort it, or
   * send it back.
   */
  if_bad?: 'accept' | 'reject' | 'sort'
}

/** Have one supplier send a sample by express: quality and fit within ten points, and which papers are true. */
export interface SampleSupplier {
  supplier: string
  sku: string
}

/** Ask the test houses whether the papers a supplier claims to have are genuine. */
export interface CheckPapers {
  supplier: string
  sku: string
}

/** Apply for a paper that goods need in a country. */
export interface ObtainCertificate {
  sku: string
  country: string
  certificate: string
}

/** Buy a report about one category in one country; the more is paid, the narrower its bands. */
export interface ResearchMarket {
  country: string
  category: string
  /** What the report may cost, shop currency. (5000 to 50000) */
  depth: number
}

/** Call a lot back: its sale stops, every buyer is told and gets the money back. */
export interface RecallProduct {
  sku: string
  lot: string
  /** Only what was sold there; everywhere if not given. */
  country?: string | null
}

/**
 * Begin to advertise one product in one market. Money is spent evenly over each day.
 *
 * A search campaign bids for a click on a shelf listing; a feed campaign bids for an order on it, or follows a target
 * return; a live campaign bids for a thousand impressions of the room, or follows a target return, and spends only
 * while a show is on; a teaser is one short video that leads to the listing.
 */
export interface CreateCampaign {
  kind: 'feed' | 'live' | 'search' | 'teaser'
  country: string
  platform: string
  /** The product; empty for a live campaign. */
  sku?: string
  /** Words to bid on; search only. */
  keywords?: string[]
  /** Whom to show it to; feed and live only. */
  audience?: 'broad' | 'interest' | 'lookalike' | 'retargeting'
  /** How the short video begins; teaser only. */
  hook?: 'behind_scenes' | 'price' | 'problem' | 'result'
  /** Most to pay for a click (search), an order (feed) or a thousand impressions (live); 0 with a target. (0 to 10000000000) */
  bid?: number
  /** Sales wanted for the spend (feed, live); 0 with a bid. (0 to 50000000) */
  target_roas_ppm?: number
  /** (0 to 10000000000) */
  daily_budget?: number
  /** (1 to 60) */
  days?: number
}

/** Change what a campaign bids, or its target. Within ten minutes of the last change its learning starts anew. */
export interface SetBid {
  campaign: string
  /** (0 to 10000000000) */
  bid?: number
  /** (0 to 50000000) */
  target_roas_ppm?: number
}

/** Change what a campaign may spend a day. Within ten minutes of the last change its learning starts anew. */
export interface SetBudget {
  campaign: string
  /** (1 to 10000000000) */
  daily_budget: number
}

/** Stop spending for now. */
export interface PauseCampaign {
  campaign: string
}

/** Go on with a paused campaign. */
export interface ResumeCampaign {
  campaign: string
}

/** Give a feed or live campaign a new picture or video. The platform reviews it for half a day. */
export interface UploadCreative {
  campaign: string
  hook: 'behind_scenes' | 'price' | 'problem' | 'result'
  /** Selling points it shows, by id. */
  claims?: string[]
}

/** Ask somebody with an audience to join a show, or to send people to a listing on one day. */
export interface HireCreator {
  creator: string
  sku: string
  /** The whole fee; half of it and a commission on sales; or a commission alone. */
  fee_kind?: 'commission' | 'flat' | 'mixed'
  /** Which broadcast, from 0; or else a day. */
  show?: number | null
  day?: number | null
  /** Where the listing stands; the first account in the creator's country if empty. Only for a day. */
  platform?: string
}

/** Choose how the panel counts what ads brought. */
export interface SetAttribution {
  view: 'blended' | 'click' | 'incremental' | 'platform'
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

/** Put a further broadcast into the calendar, with the run-of-show of the next planned one or of the last. */
export interface ScheduleShow {
  /** (0 to 10000000) */
  starts_at: number
  /** (900 to 14400) */
  seconds: number
}

/** Move to another scene, at most once in ten minutes. */
export interface SetScene {
  scene: string
}

/** Show the pinned product at work; a sample has to be at hand. */
export interface ShowDemo {
  action: 'compare' | 'size' | 'stress' | 'unbox' | 'use'
}

/** Say what the pinned product costs now. */
export interface StatePrice {
  /** (1 to 10000000000) */
  price: number
}

/** Say that this is an advertisement; it holds for half an hour. */
export interface DiscloseAd {
}

/** Let the co-anchor go on. */
export interface HandOver {
}

/** Choose how orders of one country are sent from now on, and what is promised. */
export interface SetShipping {
  country: string
  service: string
  /** (1 to 60) */
  promise_days: number
  /** Only this product; every product without an own choice if empty. */
  sku?: string | null
  /** What the buyer pays for delivery; the scenario's fee if empty. */
  fee?: number | null
  /** Who pays duty and import tax; the scenario's choice if empty. */
  incoterm?: 'DAP' | 'DDP' | null
  /** Share of the price that is declared to customs. Less than all of it is against the law. (100000 to 1000000) */
  declared_ppm?: number
  /** Tell the carrier of a battery in the goods. Not to is against the law. */
  declare_battery?: boolean
}

/** Send units from one node to another by air, sea or rail. */
export interface TransferStock {
  sku: string
  origin: string
  destination: string
  /** (1 to 10000000) */
  units: number
  haul?: 'air' | 'rail' | 'sea'
  /** Export mode; the one chosen for the route if empty. */
  mode?: '0110' | '1210' | '9610' | '9710' | '9810' | null
}

/** Under which customs code goods leave a node of China for a country from now on. */
export interface ChooseExportMode {
  node: string
  country: string
  mode: '0110' | '1210' | '9610' | '9710' | '9810'
}

/** Send order, payment and waybill data of a consignment to export customs. */
export interface SubmitThreeOrders {
  consignment: string
}

/** Declare a month's parcels in one sum, by the 15th of the month after it: without it no tax comes back. */
export interface DeclareSummary {
  /** `2026-10` */
  month: string
}

/** Apply for a tax or customs scheme of a country. */
export interface RegisterTax {
  /** A country, or EU. */
  country: string
  scheme: string
}

/** What becomes of what buyers want to send back: for one order, or for all from now on. */
export interface ChooseReturn {
  way: 'local_label' | 'no_return' | 'partial' | 'to_origin'
  /** Only this one; every later one without an own choice if empty. */
  order?: string | null
  /** Share of the price offered where `way` is `partial`. (0 to 1000000) */
  offer_ppm?: number
}

/** Let a warehouse pack more per hour at a higher wage, until set back. */
export interface SetOvertime {
  node: string
  overtime: boolean
}

/** Have so many people pack at a warehouse, until set again. */
export interface SetCapacity {
  node: string
  /** (1 to 1000) */
  packers: number
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

/** Choose how buyers of one country can pay, who acquires their cards, and how strictly they are screened. */
export interface SetPayment {
  country: string
  methods: string[]
  local_acquirer?: boolean
  /** Whom the buyer's bank checks: nobody, orders that look risky, or every card order. */
  three_ds?: 'all' | 'off' | 'risky'
  /** How many good card orders the screen may stop for review. (0 to 200000) */
  false_positive_ppm?: number
}

/** Let an order through that the screen has stopped. */
export interface ApproveOrder {
  order: string
}

/** Refuse an order that the screen has stopped; nothing is charged. */
export interface HoldOrder {
  order: string
}

/** Sell foreign money forward: the rate of a later day is fixed now. */
export interface HedgeCurrency {
  currency: string
  /** (1 to 10000000000) */
  amount: number
  days: 30 | 60 | 90
}

/** Answer a dispute with proofs. Only those that the shop really has will count. */
export interface ContestChargeback {
  order: string
  evidence: ('auth_proof' | 'conversation' | 'delivery_proof' | 'policy')[]
}

/** Give a dispute up at once. */
export interface AcceptChargeback {
  order: string
}

/** What the analyser found in a written reply; the text itself lies beside the log. */
export interface ReplyFeatures {
  language: string
  /** For the record; nothing is judged by it. (0 to 10000000) */
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
  /** Says what is done about it, or what the buyer should do next. */
  acts: boolean
  /** Speaks to the buyer in the form of respect of the language. */
  formal: boolean
  /** Kinds of facts named: `date`, `tracking`, `amount`, `law`, `reference`. */
  facts: string[]
  /** Ids of the rules of what must not be said that the text breaks. */
  forbidden: string[]
  /** Promises what the state of the parcel rules out. */
  contradicts: boolean
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
  kind?: 'address' | 'cancel' | 'chargeback' | 'cod' | 'customs' | 'defect' | 'invoice' | 'not_as_described' | 'other' | 'presale' | 'return' | 'tax' | 'where_is_it' | null
  macro: 'ask_photo' | 'cancel_done' | 'customs_explained' | 'delay_apology' | 'refund_done' | 'return_steps' | 'thanks' | 'tracking'
  /** The buyer's own language if empty. */
  language?: string | null
}

/** Say what a ticket is really about. */
export interface ClassifyTicket {
  ticket: string
  category: 'address' | 'cancel' | 'chargeback' | 'cod' | 'customs' | 'defect' | 'invoice' | 'not_as_described' | 'other' | 'presale' | 'return' | 'tax' | 'where_is_it'
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

/** Take a ticket into one's own hands, or leave it to the hired agents again. */
export interface ClaimTicket {
  ticket: string
  to?: 'agents' | 'seat'
}

/** Two tickets of one buyer are about the same matter: go on with one of them. */
export interface MergeTickets {
  /** Closes without a word of its own. */
  ticket: string
  into: string
}

/** Call the buyer of an order paid at the door before it leaves; fewer are then refused. */
export interface ConfirmCod {
  order: string
}

/** How the desk works. What is left empty stays as it is. */
export interface SetDeskPolicy {
  /** Buyers are told of delays before they ask. */
  auto_notify: boolean
  /** Which tickets come up first. */
  queue: 'deadline' | 'oldest' | 'value'
  /** A bot reads every new ticket first. */
  bot?: boolean | null
  /** Hired agents answer by macro where one fits. */
  macros?: boolean | null
  /** Hired agents, who work off what nobody has claimed. */
  agents?: number | null
  /** Local hour of the agents at which they begin. */
  shift_from?: number | null
  /** Local hour at which they stop; not after `shift_from` means on the next morning. */
  shift_to?: number | null
  /** Where the agents sit: whose clock and whose wages. */
  zone?: string | null
  /** What they write; the first of them where they do not write the buyer's. */
  languages?: string[] | null
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
  kind: 'currency_crash' | 'customs_delay' | 'fraud_wave' | 'host_no_show' | 'lane_jam' | 'news' | 'platform_label' | 'postal_suspension' | 'price_rise' | 'price_war' | 'review_attack' | 'safety_alert' | 'viral_spike'
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
  supplier: string
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
  /** `live` or `shelf`. */
  channel: string
  /** Where it was placed; empty for the live platform. */
  platform: string
  /** Of the shelf; empty for live orders. */
  listing: string
  /** Ad campaign, creator or platform sale that brought it; empty for none. */
  campaign: string
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
  /** Its id, by which it can be reported. */
  review: string
  /** The listing it stands at; empty for the live platform. */
  listing: string
}

/** The shown rating of a product moved by a tenth. */
export interface RatingChanged {
  sku: string
  /** Stars times 100. */
  rating: number
  reviews: number
  listing: string
}

/** A buyer was asked for a review. */
export interface ReviewInvited {
  order: string
}

/** The platform was told that a review is false. */
export interface ReviewReported {
  review: string
  sku: string
  listing: string
  proofs: number
}

/** The platform decided about a reported review. */
export interface ReportDecided {
  review: string
  sku: string
  listing: string
  removed: boolean
}

/** A listing was handed to the platform. */
export interface ListingCreated {
  listing: string
  sku: string
  platform: string
  country: string
  price: number
  /** Quality of the page. */
  content_ppm: number
  /** Coverage of the words people search by. */
  words_ppm: number
  /** Second at which the platform has looked at it. */
  review_until: number
}

/** A listing stands on the shelf. */
export interface ListingPublished {
  listing: string
  sku: string
  platform: string
  country: string
}

/** The platform refused or removed a listing. */
export interface ListingTakenDown {
  listing: string
  sku: string
  /** `forbidden_claim`, `certificate_missing` or `false_struck_price`. */
  reason: string
  strike: boolean
}

/** The platform found a fault and left the listing standing, lower in the search. */
export interface PolicyStruck {
  listing: string
  sku: string
  reason: string
  strikes: number
}

/** The team took a listing off the shelf. */
export interface ListingDelisted {
  listing: string
  sku: string
}

/** The team put a listing back; the platform looks at it again. */
export interface ListingRelisted {
  listing: string
  sku: string
}

/** The price of a listing changed. */
export interface ListingPriceChanged {
  listing: string
  sku: string
  old: number
  new: number
  struck: number
  /** Whether the struck price was really the lowest of thirty days. */
  honest: boolean
}

/** A coupon hangs on a listing. */
export interface ListingCouponIssued {
  listing: string
  amount: number
  minimum: number
  copies: number
  until: number
}

/** A listing joined a platform's sale. */
export interface CampaignEnrolled {
  campaign: string
  listing: string
  discount_ppm: number
  units: number
  starts: number
  ends: number
}

/** Products are sold together. */
export interface BundleSet {
  bundle: string
  skus: string[]
  price: number
  listings: string[]
}

/** A listing moved in the search. */
export interface RankUpdated {
  listing: string
  /** 0 where it did not stand in the search. */
  old: number
  rank: number
}

/** A listing's day. */
export interface TrafficRecorded {
  listing: string
  sku: string
  impressions: number
  clicks: number
  orders: number
  /** Expected orders, ppm. */
  orders_exp: number
  /** Expected sales, millionths of a minor unit of the shop's currency. */
  gmv_exp: number
  because: [string, number][]
}

/** A rival did something that anybody can see. */
export interface RivalActed {
  country: string
  category: string
  platform: string
  rival: string
  /** `price`, `bid`, `sold_out`, `back`, `copy`, `own_label` or `price_war`. */
  action: string
  /** The new price, shop currency, where the action has one. */
  value: number
}

/** A listing sold out: shoppers no longer find it. */
export interface StockOut {
  listing: string
  sku: string
}

/** A peak of the calendar begins in a country. */
export interface CalendarPeak {
  country: string
  name_en: string
  name_zh: string
  multiplier_ppm: number
  days: number
}

/** How many shoppers of a country know the shop, once a week. */
export interface BrandKnown {
  country: string
  awareness_ppm: number
}

/** Goods were ordered and the deposit was paid. */
export interface PurchaseOrdered {
  purchase: string
  supplier: string
  sku: string
  units: number
  unit_cost: number
  node: string
  haul: string
  /** Second at which the supplier promises to hand the goods over. */
  due: number
  /** Deposit and inspection fee. */
  cost: number
  /** The inspection fee within `cost`: spent at once, no part of the price. */
  fee: number
}

/** The supplier says that it will be late. */
export interface PurchaseDelayed {
  purchase: string
  sku: string
  /** The new second of handing over. */
  due: number
  /** Days later than promised, rounded up. */
  days: number
  /** The largest term: `luck`, `slip` or `supply_stop`. */
  cause: string
  because: [string, number][]
}

/** An inspector opened part of a lot at the factory. */
export interface GoodsInspected {
  purchase: string
  lot: string
  sku: string
  inspected: number
  defects_found: number
  /** Acceptance number of the sampling plan. */
  accepted_up_to: number
  /** `passed`, `accepted`, `sorted` or `rejected`. */
  outcome: string
}

/** The goods are ready and the supplier keeps them. */
export interface PurchaseWaiting {
  purchase: string
  sku: string
  /** `no_cash` for the rest of the price, or `no_paper` for the flight. */
  reason: string
  /** The amount or the paper that is missing. */
  needs: string
  /** Second at which the supplier gives up. */
  until: number
}

/** A purchase ended without goods. */
export interface PurchaseCancelled {
  purchase: string
  sku: string
  units: number
  /** `rejected`, `no_cash`, `no_paper` or `season_over`. */
  reason: string
  /** Deposit that came back. */
  refund: number
  /** Deposit that the supplier kept. */
  lost: number
}

/** Goods for an overseas node were handed over at the factory; the carrier takes them from here. */
export interface GoodsReady {
  purchase: string
  lot: string
  sku: string
  units: number
  unit_cost: number
  node: string
  haul: string
  /** The rest of the price. */
  cost: number
  /** The whole price. */
  value: number
}

/** A lot came in at a node. */
export interface LotReceived {
  /** `start/0`, `start/1` ... for what the scenario had under way. */
  purchase: string
  lot: string
  sku: string
  node: string
  units: number
  unit_cost: number
  inspected: number
  defects_found: number
  /** True when the carrier brought it to an overseas node: paid and counted in transit before. */
  carried: boolean
  /** The rest of the price; nothing where it was paid before. */
  cost: number
  /** The whole price; nothing where it was told before. */
  value: number
}

/** A supplier sends a sample. */
export interface SupplierSampleOrdered {
  supplier: string
  sku: string
  due: number
  cost: number
}

/** A supplier's sample was tested: estimates within ten points, and which papers stand. */
export interface SupplierSampleReceived {
  supplier: string
  sku: string
  quality_ppm: number
  fit_ppm: number
  genuine: string[]
  false: string[]
}

/** Test houses were asked about a supplier's papers. */
export interface PaperCheckOrdered {
  supplier: string
  sku: string
  due: number
  cost: number
}

/** Test houses answered which of a supplier's papers are theirs. */
export interface PapersChecked {
  supplier: string
  sku: string
  genuine: string[]
  false: string[]
}

/** A paper is in the making. */
export interface CertificateApplied {
  sku: string
  country: string
  certificate: string
  due: number
  cost: number
}

/** A paper is there. */
export interface CertificateGranted {
  sku: string
  country: string
  certificate: string
  /** Second from which it no longer holds; -1 for good. */
  expires: number
}

/** A paper holds no longer. */
export interface CertificateExpired {
  sku: string
  country: string
  certificate: string
}

/** An authority warns of a lot: whoever sells it must call it back. */
export interface SafetyAlerted {
  sku: string
  lot: string
  units_sold: number
  /** Second at which the authority acts by itself. */
  due: number
}

/** The time for a recall ran out: the authority ordered it, and it stays on the account's record. */
export interface RecallForced {
  sku: string
  lot: string
  units_sold: number
}

/** A lot is called back. */
export interface RecallIssued {
  sku: string
  lot: string
  /** Empty for everywhere. */
  country: string
  units_sold: number
  /** Orders with units of the lot: each buyer is told and refunded. */
  orders: string[]
  /** Seconds since the authority's warning; -1 without one. */
  after_alert: number
  forced: boolean
  /** Notices to the buyers. */
  cost: number
}

/** Units of a recalled lot may no longer be sold. */
export interface LotQuarantined {
  sku: string
  lot: string
  node: string
  units: number
}

/** A campaign began. */
export interface CampaignCreated {
  campaign: string
  /** Short number for screens. */
  label: number
  kind: string
  country: string
  platform: string
  sku: string
  listing: string
  keywords: string[]
  /** How many of the keywords are ones that shoppers of this category use. */
  relevant: number
  audience: string
  bid: number
  target_roas_ppm: number
  daily_budget: number
  /** Second after which it spends nothing. */
  ends: number
  /** Making of a short video; 0 otherwise. */
  cost: number
}

/** Bid, target, budget or status of a campaign changed. */
export interface CampaignChanged {
  campaign: string
  bid: number
  target_roas_ppm: number
  daily_budget: number
  status: string
  learning_reset: boolean
}

/** A campaign is over. */
export interface CampaignEnded {
  campaign: string
  /** `days_over`, `season_over`. */
  reason: string
  spend: number
}

/** One day of one campaign: what was shown, clicked and paid. */
export interface AuctionSettled {
  campaign: string
  day: number
  impressions: number
  clicks: number
  /** Spend of the day. */
  cost: number
  /** Of the auctions it took part in (search: of the best slot's attention). */
  win_share_ppm: number
  /** Share of the auctions the budget let it take part in. */
  throttle_ppm: number
  /** Orders expected of the clicks. */
  expected_orders_ppm: number
  /** (term, ppm of the log) behind the day's click rate. */
  because: [string, number][]
}

/** The budget did not reach for all the auctions of the day. */
export interface BudgetExhausted {
  campaign: string
  day: number
  throttle_ppm: number
}

/** The platform paused a campaign because the shop's money is used up. */
export interface CampaignStopped {
  campaign: string
  spendable: number
}

/** People whom a campaign or a creator brought to a listing in one day. */
export interface AdVisitors {
  campaign: string
  listing: string
  country: string
  visitors: number
  expected_orders_ppm: number
}

/** Five minutes of paid impressions of the room. */
export interface RoomAdsBought {
  campaign: string
  impressions: number
  cost: number
  /** What the creative makes of the rate of entry, one million for no change. */
  creative_ppm: number
}

/** A creative waits for the platform's review. */
export interface CreativeUploaded {
  campaign: string
  hook: string
  claims: string[]
  ready_at: number
}

/** The platform let a creative run, or sent it back with the class of claim it may not make. */
export interface CreativeReviewed {
  campaign: string
  hook: string
  approved: boolean
  /** Class of forbidden claim, or empty. */
  tag: string
  /** Claims that passed but are not true: known in the review of the run only. */
  false_claims: number
}

/** A creative draws half the clicks it drew when it was new. */
export interface CreativeFatigued {
  campaign: string
  age_days: number
}

/** A creator has an offer and will answer within hours. */
export interface CreatorAsked {
  booking: string
  creator: string
  sku: string
  fee: number
  commission_ppm: number
  /** -1 for a day. */
  show: number
  day: number
  no_show_ppm: number
}

/** A creator said yes; the fee is paid. */
export interface CreatorBooked {
  booking: string
  creator: string
  cost: number
}

/** A creator said no. */
export interface CreatorDeclined {
  booking: string
  creator: string
  /** `pay`, `fit` or `busy`. */
  reason: string
}

/** A creator is there: followers hear of the show, or of the listing. */
export interface CreatorJoined {
  booking: string
  creator: string
  show: number
  day: number
  followers: number
  quality_ppm: number
}

/** A creator did not come; half of the fee comes back. */
export interface CreatorNoShow {
  booking: string
  creator: string
  show: number
  /** Negative: what comes back. */
  cost: number
}

/** Commission on a day's sales. */
export interface CreatorPaid {
  booking: string
  creator: string
  sales: number
  cost: number
}

/** The panel counts in another way. */
export interface AttributionSet {
  view: string
}

/** The room is live. */
export interface ShowStarted {
  /** 0 for the first broadcast of the run. */
  ordinal: number
  shows_per_window: number
  account_score: number
  followers: number
}

/** The broadcast is over; sums over the whole show. */
export interface ShowEnded {
  ordinal: number
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

/** The room moved to another scene. */
export interface SceneChanged {
  scene: string
  quality_ppm: number
  /** Shop currency, minor units. */
  cost: number
}

/** The product was shown at work. */
export interface DemoShown {
  sku: string
  action: string
}

/** The anchor said a price. */
export interface PriceStated {
  sku: string
  price: number
  /** What a viewer pays. */
  price_true: number
  honest: boolean
}

/** The anchor said that this is an advertisement. */
export interface AdDisclosed {
  until: number
}

/** The co-anchor goes on. */
export interface HandedOver {
  second: number
}

/** Operations put a further broadcast into the calendar. */
export interface ShowScheduled {
  ordinal: number
  starts_at: number
  seconds: number
}

/** Bought impressions of the room are being shown. */
export interface RoomAdsArrived {
  impressions: number
}

/** Orders of a country go another way from now on. */
export interface ShippingChanged {
  country: string
  sku: string
  service: string
  promise_days: number
  /** Share expected after the promise, by the carrier's own distribution; opened after the run. */
  late_share_ppm: number
  /** What the buyer pays for delivery, shop currency. */
  fee: number
  incoterm: string
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
  /** Freight and import duty, shop currency. */
  cost: number
  haul: string
  mode: string
}

/** Units came in. */
export interface StockArrived {
  sku: string
  node: string
  units: number
  /** Purchase order the goods were bought with; empty for stock that was ours before. */
  purchase: string
  /** Lot of that purchase. */
  lot: string
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

/** A parcel is held, by export screening or by customs of the country. */
export interface CustomsHeld {
  order: string
  reason: string
  /** Row of the dated tables: of the import rule, or of the paper that is missing. */
  rule: string
  /** What that row says, in a sentence. */
  law_en: string
  law_zh: string
  /** Papers that would help. */
  helps: string[]
  /** Up to three terms that raised the odds of the hold, with their exponents in ppm. */
  because: [string, number][]
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
  /** `customs`, `refused_tax` or `refused_cod`. */
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

/** More or fewer people pack at a warehouse. */
export interface CapacityChanged {
  node: string
  packers: number
  packs_per_hour: number
}

/** What a day of storage and of people above the first crew costs, over all nodes. */
export interface WarehousesCharged {
  /** Shop currency, as are the others. */
  storage: number
  /** For the fourth quarter and for stock that lies too long; part of `cost`, not of `storage`. */
  surcharge: number
  wages: number
  cost: number
  /** Stored over all nodes. */
  litres: number
}

/** Goods of a lane leave under another customs code from now on. */
export interface ExportModeChosen {
  node: string
  country: string
  mode: string
}

/** A consignment, or stock, is held on its way out of the country. */
export interface ExportHeld {
  /** Or the transfer. */
  consignment: string
  /** `wrong_mode` or `three_orders`. */
  reason: string
  mode: string
  hours: number
  law_en: string
  law_zh: string
}

/** Order, payment and waybill data of a consignment reached export customs. */
export interface ThreeOrdersSubmitted {
  consignment: string
}

/** A month's parcels were declared in one sum. */
export interface SummaryDeclared {
  month: string
  /** Refund claimed, shop currency. */
  amount: number
}

/** Input VAT will come back. */
export interface TaxRefundDue {
  mode: string
  /** Shop currency. */
  amount: number
  days: number
}

/** Input VAT came back. */
export interface TaxRefunded {
  mode: string
  /** Shop currency. */
  amount: number
}

/** The shop applied for a tax or customs scheme. */
export interface TaxRegistered {
  country: string
  scheme: string
  /** Shop currency. */
  cost: number
  days_min: number
  days_max: number
}

/** A scheme is in force for the shop. */
export interface TaxRegistrationGranted {
  country: string
  scheme: string
}

/** A carrier changed its prices, or whether it takes anything. */
export interface CarrierDecided {
  service: string
  /** Of the rate card. */
  price_ppm: number
  /** It takes nothing. */
  is_closed: boolean
  no_batteries: boolean
}

/** Every parcel of a consignment has ended, of a flow that is told consignment by consignment. */
export interface ConsignmentDone {
  consignment: string
  delivered: number
  lost: number
  turned_back: number
  seized: number
}

/** A carrier does not take an order's goods, and why. */
export interface CarrierRefused {
  order: string
  service: string
  /** The paper that is missing, or the carrier's row. */
  rule: string
  law_en: string
  law_zh: string
}

/** Customs told the platform that a shop declared too little. */
export interface AccountStruck {
  order: string
  points: number
}

/** What becomes of what buyers want to send back was decided. */
export interface ReturnWayChosen {
  way: string
  /** Empty for every later one. */
  order: string
  offer_ppm: number
}

/** A wish to return ended without the goods coming back. */
export interface ReturnClosed {
  order: string
  /** `no_return` (the buyer keeps the goods and gets the money) or `partial` (accepts a part of it). */
  way: string
  /** Share of the price to give back. */
  refund_ppm: number
}

/** A buyer did not take a part of the price and wants to send the goods back. */
export interface ReturnOfferDeclined {
  order: string
  offer_ppm: number
}

/** The buyer's payment went through. */
export interface PaymentAuthorised {
  order: string
  method: string
  currency: string
  amount: number
  /** All that is taken of it: commission, payment, creator. */
  fee: number
  /** `card`, `wallet`, `bnpl`, `bank`, `voucher`, or `cod`: then the money is still to be collected. */
  kind: string
}

/** The buyer's payment failed. */
export interface PaymentDeclined {
  order: string
  method: string
  /** True when it is tried once more; False when it failed for good. */
  soft: boolean
  /** `bank`, `method_missing`, `not_checked`, `expired` (a voucher), `held` or `not_reviewed`. */
  reason: string
}

/** The buyer was given a voucher to pay at a counter. */
export interface PaymentPending {
  order: string
  method: string
  /** Second at which it lapses. */
  until: number
}

/** Ways to pay, acquirer, checks and screen of one country were chosen. */
export interface PaymentSet {
  country: string
  methods: string[]
  local_acquirer: boolean
  three_ds: string
  false_positive_ppm: number
  /** Contracts, shop currency; booked already. */
  cost: number
}

/** The screen stopped an order that the bank would pay. */
export interface OrderFlagged {
  order: string
  country: string
  /** So many of a million good orders look worse. */
  score_ppm: number
  /** What a reviewer notices: `address_mismatch`, `new_account`, `foreign_device`. */
  signals: string[]
  /** Refused at this second if nobody decides. */
  until: number
}

/** A flagged order was decided. */
export interface OrderReviewed {
  order: string
  approved: boolean
  /** `seat` or `timeout`. */
  by: string
}

/** Stolen cards are tried more often than usual. Only the teacher may see this. */
export interface FraudWaveStarted {
  /** Empty for every country. */
  country: string
  factor_ppm: number
  until: number
}

/** A double entry: debits are positive, credits negative, the sum is zero in each currency. */
export interface LedgerPosted {
  /** `day` for all that a day's orders and running costs came to; else what it was for. */
  reason: string
  /** Empty where it is not one order's alone. */
  order: string
  /** (account, currency, amount in minor units). */
  lines: [string, string, number][]
}

/** Money went back to a buyer. */
export interface RefundIssued {
  order: string
  currency: string
  amount: number
  /** `full`, `partial`, `cancel`, `lost`, `refused` (at the door, nothing was paid) or `chargeback`. */
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
  /** Proofs that were sent in time and exist. */
  evidence: number
}

/** The shop answered a dispute, or gave it up. */
export interface ChargebackAnswered {
  order: string
  /** What was sent; empty when it was given up. */
  evidence: string[]
  /** What of it exists. */
  counted: string[]
  /** True when the shop gave the dispute up. */
  accepted: boolean
}

/** The platform paid out. */
export interface SettlementPaid {
  currency: string
  orders: number
  gross: number
  fees: number
  /** What arrived. */
  net: number
  /** `cod` for cash that carriers collected. */
  platform: string
  /** Kept back of this payout: gross = fees + net + reserve. */
  reserve: number
}

/** Part of a payout is kept back against disputes. */
export interface ReserveHeld {
  platform: string
  currency: string
  amount: number
  until: number
}

/** What was kept back comes. */
export interface ReserveReleased {
  platform: string
  currency: string
  amount: number
}

/** A month's fraud reports and disputes were above the card scheme's limit. */
export interface MonitoringBreached {
  programme: string
  /** `any`, or the country the rule is for. */
  place: string
  month: string
  ratio_ppm: number
  limit_ppm: number
  /** Fraud reports and disputes. */
  count: number
  /** In a row. */
  months: number
  /** `reserve` or `cards_lost`. */
  action: string
  /** Fees of the month in the rule's currency; booked already. */
  cost: number
  currency: string
}

/** A month was within the limit again. */
export interface MonitoringLeft {
  programme: string
  place: string
  month: string
  ratio_ppm: number
  limit_ppm: number
}

/** Foreign money became the shop's. */
export interface CurrencyConverted {
  currency: string
  amount: number
  received: number
  /** Rate used, with its date: `USD 1.1670 per EUR on 2025-10-17`. */
  rate: string
  /** The table of published rates has ended; this one was drawn. */
  simulated: boolean
}

/** Foreign money was sold forward. */
export interface CurrencyHedged {
  forward: string
  currency: string
  amount: number
  /** What it will bring, shop currency. */
  locked: number
  /** Kept by the bank until then, shop currency; booked already. */
  margin: number
  settles: number
  rate: string
}

/** A forward came due: the difference to the rate of the day was paid. */
export interface ForwardSettled {
  forward: string
  currency: string
  amount: number
  locked: number
  /** At the middle rate of the day, shop currency. */
  worth: number
  /** locked - worth; below zero the shop paid. */
  gain: number
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

/** Cash fell below the credit line: the shop cannot go on. */
export interface Bankrupt {
  cash: number
  credit_line: number
}

/** A buyer wrote to the shop. The words come from phrase tables by `phrase`. */
export interface TicketOpened {
  ticket: string
  label: number
  order: string
  /**
   * `where_is_it`, `return`, `defect`, `not_as_described`, `address`, `cancel`, `customs`, `presale`,
   * `other`, `tax`, `invoice`, `chargeback` or `cod`.
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
  /** `seat`, `agent`, `bot` or `platform` (the note that goes out when a ticket is closed without a word). */
  by: string
}

/** A reply says what a platform or a law forbids. */
export interface ReplyFlagged {
  ticket: string
  /** Ids of the rules that were broken. */
  rules: string[]
}

/** A ticket is in the hands of the seat, or of the hired agents again. */
export interface TicketAssigned {
  ticket: string
  /** `seat` or `agents`. */
  to: string
}

/** A ticket goes on in another one of the same buyer. */
export interface TicketMerged {
  ticket: string
  into: string
  /** Second by which a reply to the two together is due. */
  due: number
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
  /** Empty for a question from the room. */
  order: string
  /** Four or five. */
  satisfied: boolean
  /** The matter is not settled and the buyer does not write again; not shown to players before the end. */
  unresolved: boolean
}

/** The first reply is overdue. */
export interface SlaBreached {
  ticket: string
}

/** The desk works in another way. */
export interface DeskPolicyChanged {
  auto_notify: boolean
  queue: string
  bot: boolean
  macros: boolean
  agents: number
  shift_from: number
  shift_to: number
  zone: string
  languages: string[]
}

/** Hours of hired agents, paid when they begin; or a day of the bot, with no agents and no hours. */
export interface WagesPaid {
  agents: number
  /** Of all agents together. */
  hours: number
  /** Shop currency. */
  cost: number
}

/** The buyer of an order paid at the door was called and will be there. */
export interface CodConfirmed {
  order: string
  /** Of the call, shop currency. */
  cost: number
}

/** A figure that platforms watch crossed its limit, for the worse or for the better. */
export interface AccountHealthChanged {
  /** `reply_24h`: share of tickets whose buyer had a first reply within a day. */
  metric: string
  value_ppm: number
  limit_ppm: number
  healthy: boolean
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
  'market.create_listing': CreateListing
  'market.set_listing_price': SetListingPrice
  'market.change_listing_price': ChangeListingPrice
  'market.issue_coupon': IssueListingCoupon
  'market.enrol_campaign': EnrolCampaign
  'market.set_bundle': SetBundle
  'market.invite_review': InviteReview
  'market.report_review': ReportReview
  'market.source_product': SourceProduct
  'market.sample_supplier': SampleSupplier
  'market.check_papers': CheckPapers
  'market.obtain_certificate': ObtainCertificate
  'market.research_market': ResearchMarket
  'market.recall': RecallProduct
  'market.create_campaign': CreateCampaign
  'market.set_bid': SetBid
  'market.set_budget': SetBudget
  'market.pause_campaign': PauseCampaign
  'market.resume_campaign': ResumeCampaign
  'market.upload_creative': UploadCreative
  'market.hire_creator': HireCreator
  'market.set_attribution': SetAttribution
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
  'livestream.schedule_show': ScheduleShow
  'livestream.set_scene': SetScene
  'livestream.show_demo': ShowDemo
  'livestream.state_price': StatePrice
  'livestream.disclose_ad': DiscloseAd
  'livestream.hand_over': HandOver
  'logistics.set_shipping': SetShipping
  'logistics.transfer_stock': TransferStock
  'logistics.choose_export_mode': ChooseExportMode
  'logistics.submit_three_orders': SubmitThreeOrders
  'logistics.declare_summary': DeclareSummary
  'logistics.register_tax': RegisterTax
  'logistics.choose_return': ChooseReturn
  'logistics.set_overtime': SetOvertime
  'logistics.set_capacity': SetCapacity
  'logistics.cancel_order': CancelOrder
  'logistics.answer_customs': AnswerCustoms
  'logistics.file_claim': FileCarrierClaim
  'payments.convert': ConvertCurrency
  'payments.set_payment': SetPayment
  'payments.approve_order': ApproveOrder
  'payments.hold_order': HoldOrder
  'payments.hedge_fx': HedgeCurrency
  'payments.contest_chargeback': ContestChargeback
  'payments.accept_chargeback': AcceptChargeback
  'service.answer': AnswerTicket
  'service.answer_oldest': AnswerOldest
  'service.classify': ClassifyTicket
  'service.resolve': ResolveTicket
  'service.approve_refund': ApproveRefund
  'service.claim_ticket': ClaimTicket
  'service.merge_tickets': MergeTickets
  'service.confirm_cod': ConfirmCod
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
  'market.review_invited': ReviewInvited
  'market.review_reported': ReviewReported
  'market.report_decided': ReportDecided
  'market.listing_created': ListingCreated
  'market.listing_published': ListingPublished
  'market.listing_taken_down': ListingTakenDown
  'market.policy_struck': PolicyStruck
  'market.listing_delisted': ListingDelisted
  'market.listing_relisted': ListingRelisted
  'market.listing_price_changed': ListingPriceChanged
  'market.coupon_issued': ListingCouponIssued
  'market.campaign_enrolled': CampaignEnrolled
  'market.bundle_set': BundleSet
  'market.rank_updated': RankUpdated
  'market.traffic_recorded': TrafficRecorded
  'market.rival_acted': RivalActed
  'market.stock_out': StockOut
  'market.calendar_peak': CalendarPeak
  'market.brand_known': BrandKnown
  'market.purchase_ordered': PurchaseOrdered
  'market.purchase_delayed': PurchaseDelayed
  'market.goods_inspected': GoodsInspected
  'market.purchase_waiting': PurchaseWaiting
  'market.purchase_cancelled': PurchaseCancelled
  'market.goods_ready': GoodsReady
  'market.lot_received': LotReceived
  'market.supplier_sample_ordered': SupplierSampleOrdered
  'market.supplier_sample_received': SupplierSampleReceived
  'market.paper_check_ordered': PaperCheckOrdered
  'market.papers_checked': PapersChecked
  'market.certificate_applied': CertificateApplied
  'market.certificate_granted': CertificateGranted
  'market.certificate_expired': CertificateExpired
  'market.researched': MarketResearched
  'market.safety_alerted': SafetyAlerted
  'market.recall_forced': RecallForced
  'market.recall_issued': RecallIssued
  'market.lot_quarantined': LotQuarantined
  'market.campaign_created': CampaignCreated
  'market.campaign_changed': CampaignChanged
  'market.campaign_ended': CampaignEnded
  'market.auction_settled': AuctionSettled
  'market.budget_exhausted': BudgetExhausted
  'market.campaign_stopped': CampaignStopped
  'market.ad_visitors': AdVisitors
  'market.room_ads_bought': RoomAdsBought
  'market.creative_uploaded': CreativeUploaded
  'market.creative_reviewed': CreativeReviewed
  'market.creative_fatigued': CreativeFatigued
  'market.creator_asked': CreatorAsked
  'market.creator_booked': CreatorBooked
  'market.creator_declined': CreatorDeclined
  'market.creator_joined': CreatorJoined
  'market.creator_no_show': CreatorNoShow
  'market.creator_paid': CreatorPaid
  'market.attribution_set': AttributionSet
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
  'livestream.scene_changed': SceneChanged
  'livestream.demo_shown': DemoShown
  'livestream.price_stated': PriceStated
  'livestream.ad_disclosed': AdDisclosed
  'livestream.handed_over': HandedOver
  'livestream.show_scheduled': ShowScheduled
  'livestream.room_ads_arrived': RoomAdsArrived
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
  'logistics.capacity_changed': CapacityChanged
  'logistics.warehouses_charged': WarehousesCharged
  'logistics.export_mode_chosen': ExportModeChosen
  'logistics.export_held': ExportHeld
  'logistics.three_orders_submitted': ThreeOrdersSubmitted
  'logistics.summary_declared': SummaryDeclared
  'logistics.tax_refund_due': TaxRefundDue
  'logistics.tax_refunded': TaxRefunded
  'logistics.tax_registered': TaxRegistered
  'logistics.tax_registration_granted': TaxRegistrationGranted
  'logistics.carrier_decided': CarrierDecided
  'logistics.consignment_done': ConsignmentDone
  'logistics.carrier_refused': CarrierRefused
  'logistics.account_struck': AccountStruck
  'logistics.return_way_chosen': ReturnWayChosen
  'logistics.return_closed': ReturnClosed
  'logistics.return_offer_declined': ReturnOfferDeclined
  'payments.authorised': PaymentAuthorised
  'payments.declined': PaymentDeclined
  'payments.pending': PaymentPending
  'payments.payment_set': PaymentSet
  'payments.order_flagged': OrderFlagged
  'payments.order_reviewed': OrderReviewed
  'payments.fraud_wave_started': FraudWaveStarted
  'payments.ledger_posted': LedgerPosted
  'payments.refund_issued': RefundIssued
  'payments.chargeback_opened': ChargebackOpened
  'payments.chargeback_decided': ChargebackDecided
  'payments.chargeback_answered': ChargebackAnswered
  'payments.settlement_paid': SettlementPaid
  'payments.reserve_held': ReserveHeld
  'payments.reserve_released': ReserveReleased
  'payments.monitoring_breached': MonitoringBreached
  'payments.monitoring_left': MonitoringLeft
  'payments.converted': CurrencyConverted
  'payments.fx_hedged': CurrencyHedged
  'payments.forward_settled': ForwardSettled
  'payments.rate_moved': RateMoved
  'payments.overdraft_used': OverdraftUsed
  'payments.bankrupt': Bankrupt
  'service.ticket_opened': TicketOpened
  'service.auto_acknowledged': AutoAcknowledged
  'service.reply_sent': ReplySent
  'service.reply_flagged': ReplyFlagged
  'service.ticket_assigned': TicketAssigned
  'service.ticket_merged': TicketMerged
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
  'service.wages_paid': WagesPaid
  'service.cod_confirmed': CodConfirmed
  'service.account_health_changed': AccountHealthChanged
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
