/** Registers the webgl backend: worth it for large tensors only, and it hides overflow (0/0 gives 1 there). */
import "@tensorflow/tfjs-backend-webgl";
