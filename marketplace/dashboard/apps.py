"""Oscar's dashboard, for administrators."""

import oscar.apps.dashboard.apps as apps


class DashboardConfig(apps.DashboardConfig):
    name = "marketplace.dashboard"
