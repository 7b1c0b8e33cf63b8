export { GroupPicker } from './GroupPicker.tsx'
export { useGroup } from './useGroup.ts'
export { useMembers } from './useMembers.ts'
export { useReaders } from './useReaders.ts'
