### Words that every page may need.

# The product's name is the same in every language.
-product = Hearth

# Heads the list of what is wrong in a form. Also put before the page's title.
common-form-error-title = There is a problem
