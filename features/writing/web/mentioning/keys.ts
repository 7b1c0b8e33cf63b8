/** Passes keys on to whoever hears them at the moment: the list of whom to mention, while it is open. */
export interface Keys {
  /** True when somebody took it. */
  press: (event: KeyboardEvent) => boolean
  /** Hears keys from now on, in place of whoever did before. */
  hear: (listener: (event: KeyboardEvent) => boolean) => void
}

/** Keys that nobody hears yet. */
export function makeKeys(): Keys {
  let hearing = (_event: KeyboardEvent): boolean => false
  return {
    press: (event) => hearing(event),
    hear(listener) {
      hearing = listener
    },
  }
}
