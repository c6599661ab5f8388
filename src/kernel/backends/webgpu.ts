/** Registers the webgpu backend, where the browser has `navigator.gpu`. */
import "@tensorflow/tfjs-backend-webgpu";
