// InspectionUI
