import { ref } from 'vue'
import { Refusal } from './api'

/** Run a request once at a time; what went wrong stays to be shown. */
export function useAttempt() {
  const isBusy = ref(false)
  const problem = ref<Refusal | null>(null)

  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    problem.value = null
    try {
      return await work()
    } catch (error) {
      problem.value = error instanceof Refusal ? error : new Refusal('unexpected', String(error))
      return undefined
    } finally {
      isBusy.value = false
    }
  }

  return { isBusy, problem, attempt }
}

/** The same on a page that a link which does not work leads to: `?problem=` is the code of why. */
export function useAttemptAfter(code: unknown) {
  const made = useAttempt()
  if (typeof code === 'string' && code) made.problem.value = new Refusal(code, '')
  return made
}
