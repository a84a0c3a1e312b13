### Search.

## What is kept of members, for the register of privacy.

search-keeps-words = الكلمات الواردة في كل رسالة أو اسم أو موضوع غير مشفّر، ومَن كتبها. وتزول عند حذف المحتوى.
search-keeps-names = أجزاء أسمائك ما دام الحساب قائمًا.
