"""English words and given names that tell of a man or a woman, and common nouns for people."""

from __future__ import annotations

from letapis.langs.base import words

__all__ = ["MEN", "PEOPLE", "WOMEN"]

MEN = words("""
    mr sir lord fr sheikh imam father brother mister monsieur herr king prince emperor tsar pope patriarch
    archbishop bishop cardinal rabbi ayatollah spokesman chairman congressman businessman policeman
    salesman fisherman serviceman actor footballer son husband uncle boyfriend grandfather dad widower man
    boy gentleman guy barman fireman postman cameraman
    Joshua Ezra Elisha Noah Luka Luca Nikita Ilya Ilia Danila Nikola Mykola Mikola Mikita Illia Illya Savva
    Kuzma Foma Misha Sasha Kolya Vanya Petya Vasya Seryozha Grisha Tolya Kostya Fedya Mitya Yura Dima Vova
    Jan Jean Marion Kelly Robin Leslie Jackie Jo Kay Lee Alexis Madison Hilary Ashley Kim Alex Sam Chris
    Mustafa Osama Barak Musa Isa Andrea Gianluca Elia Krishna Rama Akira Sava
    """)
"""The last lines are given names that end like women's; those of men and women alike tell nothing."""

WOMEN = words("""
    mrs ms miss lady dame madam sister mother queen princess empress duchess spokeswoman chairwoman
    congresswoman businesswoman policewoman saleswoman servicewoman actress singer-songstress nun daughter
    wife aunt widow girlfriend fiancee grandmother mom mum woman girl waitress hostess stewardess midwife
    ballerina heroine nurse housewife
    Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Margaret Sandra
    Ashley Kimberly Emily Donna Michelle Carol Amanda Dorothy Melissa Deborah Stephanie Rebecca Sharon Laura
    Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine
    Debra Rachel Carolyn Janet Catherine Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly
    Lauren Christina Joan Evelyn Judith Megan Cheryl Hannah Jacqueline Martha Gloria Teresa Ann Anne Annie
    Sara Madison Kathryn Janice Abigail Alice Julia Judy Sophia Grace Denise Amber Doris Marilyn Danielle
    Beverly Isabella Theresa Diana Natalie Brittany Charlotte Marie Kayla Alexis Lori Jane Kate Katie Kathy
    Cathy Sue Susie Sally Peggy Penny Pam Patty Maggie Meg Mandy Becky Beth Betsy Liz Lizzie Lucy Lily Chloe
    Ella Ellen Elaine Eleanor Esther Ethel Eva Eve Fiona Flora Florence Gail Georgia Geraldine Gertrude Gina
    Gwen Harriet Hazel Heidi Hilary Hillary Holly Ida Irene Iris Isabel Jackie Jan Jenny Jill Jo Joanna
    Joanne Jodie Josephine Joy Juanita Kay Kristin Leah Lillian Lois Lorraine Louise Lydia Lynn Mabel Marcia
    Margie Maureen Maxine Melanie Mildred Miranda Molly Monica Nadine Naomi Norma Paula Pauline Phyllis
    Rhonda Rita Rosa Rose Rosemary Roxanne Sabrina Sheila Sherry Sophie Stacy Stella Suzanne Sylvia Tammy
    Tanya Tara Tiffany Tina Tracy Valerie Vanessa Vera Veronica Vicki Vivian Wanda Wendy Whitney Yolanda
    Yvonne Zoe Condoleezza Nikki Kamala Astrid Ingrid Brigitte Chantal Claire Colette Dolores Mercedes
    Carmen Pilar Consuelo Agnes Ines Doreen Edith Elise Eloise Estelle Genevieve Gretchen Guinevere Janine
    Jean Jocelyn Kristen Marion Nell Noreen Odile Solange Simone Yvette Annalena Giorgia Marine Lyudmyla
    Lyubov Liubov Nelly Noemi Mariam Miriam Fatima Aisha Khadija Maryam Leyla Zeynep Ayse Yael Tzipi Mei
    Hanne Marit Solveig Rut Ester Elspeth Carys Siobhan Niamh Saoirse Aoife Sinead
    """)

PEOPLE = words("""
    mep nurse teacher doctor driver worker reader resident student pupil pensioner farmer engineer programmer
    accountant policeman policewoman guard janitor cleaner waiter waitress tenant landlord customer client
    buyer seller shopkeeper shopper patient passenger pilot sailor fisherman forester priest monk nun
    neighbour neighbor inspector operator technician electrician plumber mechanic builder carpenter printer
    baker cook chef tailor hairdresser librarian archivist translator official policeman witness survivor
    victim suspect defendant prisoner detainee convict refugee migrant volunteer rescuer firefighter medic
    surgeon pharmacist vet biologist physicist chemist geologist astronomer meteorologist forecaster
    sociologist ecologist environmentalist analyst consultant auditor broker dealer trader entrepreneur
    employer employee clerk secretary receptionist man woman boy girl passer-by subscriber user viewer
    listener author spokesperson insider envoy trainer referee captain skipper runner swimmer skater
    gymnast wrestler cyclist rider
    """)
