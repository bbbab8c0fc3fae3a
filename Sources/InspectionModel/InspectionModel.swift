// InspectionModel
