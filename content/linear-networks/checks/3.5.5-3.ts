import { check } from "../../../components/exercise/check.ts";

export default check({
  kind: "choice",
  right: ["kmnist"],
  says: {
    cifar: "它是 32 × 32 的彩色图，存法也不是 idx：形状和读取的代码都要改。",
    svhn: "街景门牌是彩色的，大小也不是 28 × 28。",
    imagenet: "照片大小不一，一千类，光下载就要一百多 GB。",
  },
  passed: "与 MNIST 同格式（idx，28 × 28 灰度）的，换一份字节就能读。",
});
