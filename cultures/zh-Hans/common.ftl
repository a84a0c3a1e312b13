### 各页面通用的文字。

-product = Hearth

common-form-error-title = 填写的内容有误

## 出了什么问题。

common-error-unreached = 无法连接服务器。请检查网络后重试。
common-error-often = 尝试次数过多。请等待 { $seconds } 秒后重试。
common-error-unknown = 服务器出了问题，请稍后再试。

common-close = 关闭
common-cancel = 取消
common-copy-failed = 未能复制。请选中文字后自行复制。
