### 各页面通用的文字。

-product = Hearth

common-form-error-title = 填写的内容有误
