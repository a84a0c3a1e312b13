### Words that every page may need.

# The product's name is the same in every language.
-product = Hearth

# Heads the list of what is wrong in a form. Also put before the page's title.
common-form-error-title = There is a problem

## What went wrong, wherever it did.

common-error-unreached = The server cannot be reached. Check your connection and try again.
# $seconds is how long to wait.
common-error-often =
    { $seconds ->
        [one] Too many attempts. Wait { $seconds } second and try again.
       *[other] Too many attempts. Wait { $seconds } seconds and try again.
    }
common-error-unknown = Something went wrong on the server. Try again in a moment.

common-close = Close
common-cancel = Cancel
common-copy-failed = It could not be copied. Select the text to copy it.
