/** Where a file is; the server gives it to readers of what it stands at alone, to be saved. */
export const addressOfFile = (id: string): string => `/api/v1/attachments/${id}`

/** Where the portal's own small picture of it is. */
export const addressOfPreview = (id: string): string => `${addressOfFile(id)}/preview`
