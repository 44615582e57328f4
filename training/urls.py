"""Staff screens where training stands beside anything, below `program/`."""

from django.urls import path

from training.views import income

app_name = "programme"
urlpatterns = [
    path("income/", income.income_page, name="income"),
    path("income.csv", income.income_csv, name="income-csv"),
    path("income.xlsx", income.income_xlsx, name="income-xlsx"),
    path("income/<int:partner_id>/<str:month>/", income.income_entries, name="income-entries"),
]
