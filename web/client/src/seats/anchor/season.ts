// What the stage of a season asks of the anchor: is there more than one plain show, and how long does a disclosure hold.

import type { StagePart } from '../../wire'

/** Seconds that naming the advertisement holds, as platforms and endorsement guides ask. */
export const DISCLOSURE = 1800

/** Whether there is anything beyond one plain show; where there is not, the screen stays as it was. */
export const hasSeason = (stage: StagePart) =>
  stage.shows.length > 1 || stage.scenes.length > 0 || stage.co_anchors > 0 || stage.must_disclose

/** Seconds until the ad has to be named (again); below zero it is late. A disclosure of an earlier show is void. */
export function discloseIn(stage: StagePart, showStarts: number, now: number): number {
  return Math.max(stage.disclosed_at ?? showStarts, showStarts) + DISCLOSURE - now
}

export const isDisclosed = (stage: StagePart, showStarts: number, now: number) =>
  stage.disclosed_at !== null && stage.disclosed_at >= showStarts && now - stage.disclosed_at < DISCLOSURE

export const nextShow = (stage: StagePart, now: number) =>
  stage.shows.find((one) => one.state === 'waiting' && one.starts_at > now) ?? null
