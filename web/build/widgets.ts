// In place of matrix-widget-api, with which the SDK can run inside another client: this app never does, and nobody should
// wait for it.

export const WidgetApiToWidgetAction = {};
export const MatrixCapabilities = {};
export const UnstableApiVersion = {};
export class WidgetApiResponseError extends Error {}
