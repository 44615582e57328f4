"""Staff screens where training stands beside anything, below `program/`."""

from django.urls import path

from training.views import income, rosters

app_name = "programme"
urlpatterns = [
    path("training/", rosters.cohorts, name="training"),
    path("training/<int:pk>/", rosters.cohort, name="cohort"),
    path("training/<int:pk>/plan/", rosters.plan, name="cohort-plan"),
    path("training/<int:pk>/enrol/", rosters.enrol, name="cohort-enrol"),
    path("training/sessions/<int:pk>/", rosters.session, name="session"),
    path("training/sessions/<int:pk>/walk-in/", rosters.walk_in, name="session-walk-in"),
    path("income/", income.income_page, name="income"),
    path("income.csv", income.income_csv, name="income-csv"),
    path("income.xlsx", income.income_xlsx, name="income-xlsx"),
    path("income/<int:partner_id>/<str:month>/", income.income_entries, name="income-entries"),
]
